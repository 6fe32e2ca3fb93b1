const escape = (s) => String(s).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
const html = (strings, ...values) => String.raw({ raw: strings }, ...values.map((v) => (Array.isArray(v) ? v.join("") : escape(v))));
export const handler = async ({ user }) => html`<h1>Hi ${user.name}</h1>
<ul>${user.items.map((i) => html`<li>${i}</li>`)}</ul>`;
