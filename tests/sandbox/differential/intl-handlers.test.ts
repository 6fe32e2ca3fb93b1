import { sameInLambda, sameLinesInLambda } from "../library/whole-process.ts";

sameLinesInLambda(`
  // 한국 시간으로 보여 주기
  new Date(1764000000000).toLocaleString("ko-KR", { timeZone: "Asia/Seoul" })
  new Date(1764000000000).toLocaleDateString("ko-KR", { year: "numeric", month: "long", day: "numeric", weekday: "long", timeZone: "Asia/Seoul" })
  new Date(1764000000000).toLocaleTimeString("ko-KR", { hour: "2-digit", minute: "2-digit", hour12: false, timeZone: "Asia/Seoul" })
  new Intl.DateTimeFormat("ko-KR", { dateStyle: "full", timeStyle: "short", timeZone: "Asia/Seoul" }).format(new Date(1764000000000))
  new Intl.DateTimeFormat("en-CA".slice(0, 2), { year: "numeric", month: "2-digit", day: "2-digit", timeZone: "Asia/Seoul" }).formatToParts(0)
  new Date(1764000000000).toLocaleString()
  new Date(NaN).toLocaleString("ko")
  new Date(0).toLocaleString("en-US", { timeZone: "Asia/Seoul", timeZoneName: "short" })
  new Date(0).toLocaleDateString("ko-KR", { timeStyle: "short" })
  new Date(0).toLocaleString("ko-KR", { timeZone: "Asia/Soul" })
  // 원화와 천 단위 쉼표
  (50000).toLocaleString("ko-KR", { style: "currency", currency: "KRW" })
  (1234567.891).toLocaleString()
  (1234567).toLocaleString("ko-KR") + "원"
  123456789012345678901234567890n.toLocaleString("ko")
  new Intl.NumberFormat("ko-KR", { notation: "compact" }).format(123456789)
  (0.256).toLocaleString("ko", { style: "percent", maximumFractionDigits: 1 })
  (5).toLocaleString("ko_KR")
  (5).toLocaleString("ko", { style: "currency" })
  // 얼마나 지났는지
  new Intl.RelativeTimeFormat("ko", { numeric: "auto" }).format(-3, "day")
  new Intl.RelativeTimeFormat("ko", { numeric: "auto" }).format(-1, "day")
  new Intl.RelativeTimeFormat("en").format(1, "eons")
  // 가나다 차례
  ["다람쥐", "가방", "나비", "Apple", "banana", "10", "2", "ㄱ"].sort((a, b) => a.localeCompare(b, "ko"))
  ["file10", "file2", "File1"].sort(new Intl.Collator("en", { numeric: true }).compare)
  ["a", "b"].sort((a, b) => b.localeCompare(a))
  "각".localeCompare("가나", "ko")
  // 목록, 배열, 이름
  new Intl.ListFormat("ko", { type: "conjunction" }).format(["서울", "부산", "제주"])
  [1234.5, new Date(0), null, 12n].toLocaleString("ko")
  new Uint16Array([1000, 2]).toLocaleString()
  "i".toLocaleUpperCase("ko")
  new Intl.Locale("ko-KR", { hourCycle: "h23" }).toString()
  Intl.DateTimeFormat().resolvedOptions().timeZone
  Object.prototype.toString.call(Intl)
  Number.prototype.toLocaleString.call("a")
  BigInt.prototype.toLocaleString.call(1)
  Date.prototype.toLocaleString.call({})
`);

sameInLambda({
  "TZ that code sets is the zone of Date's local methods from then on": `
    process.env.TZ = "Asia/Seoul";
    const summer = new Date(582990400000), local = new Date(2026, 10, 22, 9);
    const seoul = [String(summer), summer.getHours(), local.getTimezoneOffset(), local.toISOString(), summer.toLocaleString("ko"), Intl.DateTimeFormat().resolvedOptions().timeZone];
    process.env.TZ = "America/New_York";
    const york = [String(summer), summer.getHours(), new Date("2026-03-08T03:30:00").toISOString(), summer.toTimeString()];
    process.env.TZ = "UTC";
    return [seoul, york, String(summer)];`,
});
