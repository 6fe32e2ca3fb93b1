const DAY = 24 * 60 * 60 * 1000;
export const handler = async ({ from, to }) => {
  const a = new Date(from), b = new Date(to);
  const days = Math.round((b - a) / DAY);
  const list = Array.from({ length: days + 1 }, (_, i) => new Date(a.getTime() + i * DAY).toISOString().slice(0, 10));
  const end = new Date(Date.UTC(a.getUTCFullYear(), a.getUTCMonth() + 1, 0));
  return { days, list, monthEnd: end.getUTCDate(), text: String(a), utc: a.toUTCString(), json: JSON.stringify({ a }), local: [a.getHours(), a.getTimezoneOffset()], invalid: String(new Date("x")), parsed: [Date.parse("Nov 22, 2026"), Date.parse("2026-11-22 10:00")], date: a.toDateString(), time: a.toTimeString() };
};
