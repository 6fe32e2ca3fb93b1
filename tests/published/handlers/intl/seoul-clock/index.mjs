const seoul = { timeZone: "Asia/Seoul" };

export const handler = async ({ at }) => {
  const date = new Date(at);
  console.log(date.toLocaleString("ko-KR", seoul));
  return {
    date: date.toLocaleDateString("ko-KR", { ...seoul, year: "numeric", month: "long", day: "numeric", weekday: "long" }),
    time: date.toLocaleTimeString("ko-KR", { ...seoul, hour: "2-digit", minute: "2-digit" }),
    time24: date.toLocaleTimeString("ko-KR", { ...seoul, hour12: false }),
    utc: date.toLocaleString("en-US", { timeZone: "UTC", dateStyle: "full", timeStyle: "short" }),
    plain: date.toLocaleString(),
    weekday: new Intl.DateTimeFormat("ko", { weekday: "short", ...seoul }).format(date),
  };
};
