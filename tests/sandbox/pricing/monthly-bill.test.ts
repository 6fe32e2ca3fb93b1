import { expect, test } from "vitest";
import { moneyDecimal, plainDecimal, toCents } from "../../../sandbox/pricing/amount-text.ts";
import { formUsage } from "../../../sandbox/pricing/form-usage.ts";
import type { MonthlyBill } from "../../../sandbox/pricing/monthly-bill.ts";
import { BLANK_FORM, type UsageForm } from "../../../sandbox/pricing/usage-form.ts";
import { billFor, GUIDE, howOf, withFreeTier, withoutFreeTier } from "./forms.ts";

const VIRGINIA: UsageForm = { ...GUIDE, region: "us-east-1" };

/** Each line as `name quantity amount`. */
const linesOf = ({ lines }: MonthlyBill) =>
  lines.map(({ name, quantity, amount }) => `${name} ${plainDecimal(quantity)} ${moneyDecimal(amount)}`);

test("the guide's example costs $0.40 in the free tier and $5.60 without it, in Seoul as in Virginia", () => {
  expect([withFreeTier(GUIDE), withoutFreeTier(GUIDE)]).toEqual(["0.40", "5.60"]);
  expect([withFreeTier(VIRGINIA), withoutFreeTier(VIRGINIA)]).toEqual(["0.40", "5.60"]);
});

test("the guide's example on arm64 costs $4.60 without the free tier", () => {
  expect(withoutFreeTier({ ...VIRGINIA, architecture: "arm64" })).toBe("4.60");
});

test("AWS's example of 3 million requests of 120 ms at 1,536 MB: $9.60, and $2.73 with the free tier taken off", () => {
  const form = { ...VIRGINIA, durationMs: 120, memoryMB: 1_536 };
  expect(withoutFreeTier(form)).toBe("9.60");
  expect(linesOf(billFor(form, true))).toEqual(["요청 2000000 0.40", "실행 시간 140000 2.333338"]);
  expect(withFreeTier(form)).toBe("2.73");
});

test("an environment of 1 GB that is provisioned for 730 hours costs $10.95 in Virginia and $13.47 in Seoul", () => {
  const idle = { ...BLANK_FORM, memoryMB: 1_024, provisioned: { concurrency: 1, hours: 730 } };
  expect(withFreeTier({ ...idle, region: "us-east-1" })).toBe("10.95");
  expect(withFreeTier(idle)).toBe("13.47");
});

test("ten environments of 512 MB that are provisioned for 730 hours cost $67.35 in Seoul", () => {
  expect(withFreeTier({ ...BLANK_FORM, memoryMB: 512, provisioned: { concurrency: 10, hours: 730 } })).toBe("67.35");
});

test("every line tells its arithmetic from the usage to the amount", () => {
  const bill = billFor(GUIDE, true);
  expect(howOf(bill, "request")).toEqual(["3,000,000건 − 무료 한도 1,000,000건 = 2,000,000건", "2,000,000건 × $0.0000002 = $0.40"]);
  expect(howOf(bill, "duration")).toEqual([
    "3,000,000건 × 200ms × 0.5GB = 300,000GB-초",
    "300,000GB-초, 무료 한도 400,000GB-초 안이라 0GB-초",
    "0GB-초 × $0.0000166667 = $0.00",
  ]);
});

test("Init is billed with the handler, and was not before August 2025", () => {
  const cold = { ...GUIDE, coldRate: 0.01, initMs: 300 };
  const now = billFor(cold, false);
  expect(howOf(now, "duration")).toEqual([
    "콜드 스타트 3,000,000건 × 1% = 30,000건",
    "콜드 스타트 한 건에 초기화 300ms + 200ms = 500ms",
    "웜 2,970,000건 × 200ms + 콜드 30,000건 × 500ms = 609,000,000ms",
    "609,000,000ms × 0.5GB = 304,500GB-초",
    "304,500GB-초 × $0.0000166667 = $5.07501015",
  ]);
  expect(moneyDecimal(now.initAmount)).toBe("0.07500015");
  const before = billFor({ ...cold, initBilled: false }, false);
  expect(toCents(before.total)).toBe(withoutFreeTier(GUIDE));
  expect(howOf(before, "duration")[0]).toBe("콜드 스타트 30,000건의 초기화 시간은 청구하지 않던 때의 계산");
  expect(before.initAmount.numerator).toBe(0n);
});

test("the sum of Init and handler is rounded up to a millisecond, not each of them: 133.61 + 80 ms are 214 ms", () => {
  const one = { ...BLANK_FORM, requests: 1, memoryMB: 1_024, durationMs: 133.61, coldRate: 1, initMs: 80 };
  expect(linesOf(billFor(one, false))[1]).toMatch(/^실행 시간 0\.214 /);
});

test("a duration is rounded up to the millisecond, and none is billed as 1 ms", () => {
  const duration = (durationMs: number) => linesOf(billFor({ ...BLANK_FORM, requests: 1_000, memoryMB: 1_024, durationMs }, false))[1];
  expect(duration(120.01)).toMatch(/^실행 시간 121 /);
  expect(duration(120)).toMatch(/^실행 시간 120 /);
  expect(duration(0)).toMatch(/^실행 시간 1 /);
});

test("the time of provisioned concurrency is rounded up to five minutes", () => {
  const reserved = (hours: number) =>
    howOf(billFor({ ...BLANK_FORM, memoryMB: 1_024, provisioned: { concurrency: 1, hours } }, true), "provisioned-reservation");
  expect(reserved(0.01)).toEqual([
    "0.6분을 5분 단위로 올려 5분",
    "환경 1개 × 1GB × 5분 × 60초 = 300GB-초",
    "300GB-초 × $0.0000051254 = $0.00153762",
  ]);
  expect(reserved(1)[0]).toBe("환경 1개 × 1GB × 1시간 × 3,600초 = 3,600GB-초");
});

test("what provisioned environments serve is billed without Init, and says so", () => {
  const bill = billFor({ ...GUIDE, coldRate: 0.01, initMs: 300, provisioned: { concurrency: 1, hours: 730 } }, true);
  expect(howOf(bill, "provisioned-duration").slice(0, 2)).toEqual([
    "미리 만든 환경은 호출할 때 초기화하지 않음",
    "3,000,000건 × 200ms × 0.5GB = 300,000GB-초",
  ]);
  expect(bill.initAmount.numerator).toBe(0n);
});

test("a function with provisioned concurrency has no free tier: not for requests, not for what spills over", () => {
  // One environment serves 3,600,000 ms in its hour: 18,000 requests of 200 ms.
  const bill = billFor({ ...GUIDE, requests: 20_000, provisioned: { concurrency: 1, hours: 1 } }, true);
  expect(linesOf(bill).map((line) => line.split(" ").slice(0, -1).join(" "))).toEqual([
    "요청 20000",
    "실행 시간 200",
    "프로비저닝된 동시성 1800",
    "프로비저닝된 환경의 실행 시간 1800",
  ]);
  expect(howOf(bill, "request")).toEqual(["프로비저닝된 동시성을 켠 함수라 무료 한도 없음", "20,000건 × $0.0000002 = $0.004"]);
});

test("an environment serves whole invocations only: ten environments serve 40 of 13 minutes in an hour, not 46", () => {
  const hour = { ...GUIDE, memoryMB: 1_024, durationMs: 780_000, requests: 50, provisioned: { concurrency: 10, hours: 1 } };
  // 60 ÷ 13 is four each; 600 ÷ 13 would be 46 together.
  expect(linesOf(billFor(hour, true)).map((line) => line.replace(/ [^ ]+$/, ""))).toEqual([
    "요청 50",
    "실행 시간 7800",
    "프로비저닝된 동시성 36000",
    "프로비저닝된 환경의 실행 시간 31200",
  ]);
});

test("/tmp above 512 MB is paid for on provisioned environments as on others", () => {
  const bill = billFor({ ...GUIDE, requests: 20_000, ephemeralMB: 1_536, provisioned: { concurrency: 1, hours: 1 } }, true);
  expect(linesOf(bill).at(-1)).toMatch(/^임시 스토리지 4000 /);
});

test("only /tmp above 512 MB is paid for, for as long as the function runs, Init included", () => {
  const form = { ...GUIDE, coldRate: 0.01, initMs: 300, ephemeralMB: 2_560 };
  expect(howOf(billFor(form, true), "ephemeral-storage")).toEqual([
    "2,560MB − 무료 512MB = 2GB",
    "609,000,000ms × 2GB = 1,218,000GB-초",
    "1,218,000GB-초 × $0.0000000352 = $0.0428736",
  ]);
  expect(howOf(billFor(GUIDE, true), "ephemeral-storage")).toEqual([]);
});

test("a response streams 6 MB for nothing, and a month 100 GB more", () => {
  const streamed = (requests: number, streamedMB: number) => linesOf(billFor({ ...BLANK_FORM, requests, streamedMB }, true))[2];
  expect(streamed(102_400, 6)).toBe("응답 스트리밍 0 0.00");
  expect(streamed(102_400, 7)).toBe("응답 스트리밍 0 0.00");
  expect(streamed(204_800, 7)).toBe("응답 스트리밍 100 0.80");
});

test("SnapStart costs a cache of at least three hours and a restore for each cold start, and for Java nothing", () => {
  const form = { ...GUIDE, region: "us-east-1" as const, coldRate: 0.01, initMs: 100 };
  const python = billFor({ ...form, snapStart: { runtime: "python", versions: 2, hours: 1 } }, false);
  expect(linesOf(python).slice(2)).toEqual(["SnapStart 스냅샷 보관 10800 0.01624968", "SnapStart 복원 15000 2.096997"]);
  expect(howOf(python, "snapstart-cache")[0]).toBe("1시간이지만 최소 3시간");
  const java = billFor({ ...form, snapStart: { runtime: "java", versions: 2, hours: 1 } }, false);
  expect(linesOf(java)).toEqual(linesOf(billFor(form, false)));
});

test("durable functions are billed by operation, by what they write and by what is kept", () => {
  const bill = billFor({ ...VIRGINIA, durable: { operations: 1_000_000, writtenGB: 2, retainedGBMonths: 4 } }, true);
  expect(linesOf(bill).slice(2)).toEqual(["지속성 함수 작업 1000000 8.00", "지속성 함수 쓰기 2 0.50", "지속성 함수 보관 4 0.60"]);
});

test("a gigabyte of logs costs $0.50 in Virginia and $0.76 in Seoul, free tier or not", () => {
  expect(linesOf(billFor({ ...BLANK_FORM, region: "us-east-1", logGB: 1 }, true))[2]).toBe("CloudWatch Logs 수집 1 0.50");
  expect(linesOf(billFor({ ...BLANK_FORM, logGB: 1 }, true))[2]).toBe("CloudWatch Logs 수집 1 0.76");
});

test.each([
  ["x86_64", 6_000_000_000, ["실행 시간 6000000000 100000.20"]],
  ["x86_64", 6_000_000_001, ["실행 시간(1단계) 6000000000 100000.20", "실행 시간(2단계) 1 0.000015"]],
  ["x86_64", 15_000_000_000, ["실행 시간(1단계) 6000000000 100000.20", "실행 시간(2단계) 9000000000 135000.00"]],
  [
    "x86_64",
    15_000_000_001,
    ["실행 시간(1단계) 6000000000 100000.20", "실행 시간(2단계) 9000000000 135000.00", "실행 시간(3단계) 1 0.0000133334"],
  ],
  ["arm64", 7_500_000_000, ["실행 시간 7500000000 100000.50"]],
  ["arm64", 7_500_000_001, ["실행 시간(1단계) 7500000000 100000.50", "실행 시간(2단계) 1 0.0000120001"]],
  ["arm64", 18_750_000_000, ["실행 시간(1단계) 7500000000 100000.50", "실행 시간(2단계) 11250000000 135001.125"]],
  [
    "arm64",
    18_750_000_001,
    ["실행 시간(1단계) 7500000000 100000.50", "실행 시간(2단계) 11250000000 135001.125", "실행 시간(3단계) 1 0.0000106667"],
  ],
] as const)("%s: %i GB-seconds are billed as %j", (architecture, gigabyteSeconds, lines) => {
  const form: UsageForm = { ...BLANK_FORM, architecture, requests: gigabyteSeconds, durationMs: 1_000, memoryMB: 1_024 };
  expect(linesOf(billFor(form, false)).slice(1)).toEqual(lines);
});

test("the free tier is taken off before the tiers are counted", () => {
  const form: UsageForm = { ...BLANK_FORM, requests: 6_000_400_000, durationMs: 1_000, memoryMB: 1_024 };
  expect(linesOf(billFor(form, true)).slice(1)).toEqual(["실행 시간 6000000000 100000.20"]);
});

test("a price that was not found is refused, not guessed", () => {
  expect(() => formUsage({ ...GUIDE, durable: { operations: 1, writtenGB: 0, retainedGBMonths: 0 } })).toThrow("확인하지 못해");
});
