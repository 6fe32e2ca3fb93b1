const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
async function mapLimit(items, limit, fn) {
  const results = [];
  const queue = items.entries();
  const workers = Array.from({ length: limit }, async () => {
    for (const [i, item] of queue) results[i] = await fn(item, i);
  });
  await Promise.all(workers);
  return results;
}
export const handler = async ({ urls }) => {
  let active = 0, peak = 0;
  const out = await mapLimit(urls, 2, async (url) => {
    peak = Math.max(peak, ++active);
    await sleep(5);
    active--;
    return url.toUpperCase();
  });
  return { out, peak };
};
