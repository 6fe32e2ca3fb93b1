const formatter = new Intl.DateTimeFormat("en-US", { timeZone: "Asia/Seoul", year: "numeric", month: "2-digit", day: "2-digit", weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

function partsInSeoul(date) {
  return Object.fromEntries(formatter.formatToParts(date).filter(({ type }) => type !== "literal").map(({ type, value }) => [type, value]));
}

export const handler = async ({ at }) => {
  const date = new Date(at);
  const { year, month, day, weekday, hour, minute } = partsInSeoul(date);
  const end = new Date(date.getTime() + 6 * 86_400_000);
  const resolved = new Intl.DateTimeFormat().resolvedOptions();
  return {
    key: `${year}${month}${day}`,
    weekend: ["Sat", "Sun"].includes(weekday),
    time: `${hour}:${minute}`,
    range: new Intl.DateTimeFormat("ko-KR", { timeZone: "Asia/Seoul", month: "long", day: "numeric" }).formatRange(date, end),
    locale: resolved.locale,
    zone: resolved.timeZone,
    named: new Intl.DateTimeFormat("en-US", { timeZone: "Asia/Seoul", timeZoneName: "short", hour: "numeric" }).format(date),
    era: date.toLocaleDateString("ko-KR", { timeZone: "Asia/Seoul", era: "long" }),
  };
};
