export const handler = async ({ at }) => {
  const date = new Date(at);
  const midnight = new Date(date);
  midnight.setHours(0, 0, 0, 0);
  return {
    local: [date.getFullYear(), date.getMonth() + 1, date.getDate(), date.getDay(), date.getHours(), date.getMinutes()],
    offset: date.getTimezoneOffset(),
    text: date.toString(),
    midnight: midnight.toISOString(),
    made: new Date(2026, 0, 1, 9).toISOString(),
    parsed: new Date("2026-01-01T00:00:00").toISOString(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    shown: date.toLocaleString("ko-KR"),
  };
};
