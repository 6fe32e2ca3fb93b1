export const handler = async ({ id }) => {
  const response = await fetch(`https://api.example.com/users/${id}`, { headers: { Accept: "application/json" } });
  console.log(response.status, response.ok, response.statusText, response.url, response.headers.get("content-type"), response.bodyUsed);
  if (!response.ok) {
    const { message } = await response.json();
    throw new Error(`HTTP ${response.status}: ${message}`);
  }
  const copy = response.clone();
  const text = await copy.text();
  return { user: await response.json(), bytes: text.length, total: response.headers.get("X-Total"), used: response.bodyUsed };
};
