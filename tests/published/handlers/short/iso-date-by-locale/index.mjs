export const handler = async ({ at }) => {
  const now = new Date(at);
  const today = now.toLocaleDateString("en-CA", { timeZone: "Asia/Seoul" });
  const stamp = now.toLocaleString("sv-SE", { timeZone: "Asia/Seoul" });
  return { today, stamp, british: now.toLocaleDateString("en-GB", { timeZone: "Asia/Seoul" }) };
};
