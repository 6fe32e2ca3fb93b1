/** A form's month as the meters would read it, with the arithmetic in Korean. Money comes later: monthly-bill.ts. */
import { quantityText } from "./amount-text.ts";
import { type Calls, callsOf, onDemandMs, reservedMinutes } from "./form-calls.ts";
import { exactly, type Fraction, isMore, product, quotient, remainder, roundedUp } from "./fraction.ts";
import { FREE_EPHEMERAL_MB, FREE_STREAMED_MB } from "./free-tier.ts";
import { MB_PER_GB, type MeteredUsage, MS_PER_SECOND, type Reading } from "./metered-usage.ts";
import { snapStartReadings } from "./snapstart-usage.ts";
import { formProblems, type UsageForm } from "./usage-form.ts";

/** Throws where formProblems finds any: the caller shows those instead. */
export function formUsage(form: UsageForm): MeteredUsage {
  const [problem] = formProblems(form);
  if (problem !== undefined) throw new Error(`formUsage: ${problem.field} ${problem.sentence}`);
  const calls = callsOf(form);
  return {
    region: form.region,
    architecture: form.architecture,
    readings: [
      { item: "request", quantity: exactly(form.requests), steps: [] },
      ...onDemandDuration(form, calls),
      ...provisionedConcurrency(form, calls),
      ...ephemeralStorage(form, calls),
      ...streaming(form),
      ...snapStartReadings(form, calls),
      ...durableFunction(form),
      ...logIngestion(form),
    ],
    hasProvisionedConcurrency: form.provisioned !== undefined,
    initGigabyteSeconds: gigabyteSeconds(calls.cold * (calls.coldMs - calls.warmMs), form.memoryMB),
  };
}

function onDemandDuration(form: UsageForm, calls: Calls): readonly Reading[] {
  const { warm, cold, warmMs, coldMs } = calls;
  if (form.provisioned !== undefined && warm + cold === 0n) return [];
  const total = onDemandMs(calls);
  const quantity = gigabyteSeconds(total, form.memoryMB);
  const result = `× ${gigabytes(form.memoryMB)} = ${quantityText(quantity)}GB-초`;
  const spilled = calls.provisioned === 0n ? [] : [`미리 만든 환경이 맡지 못한 요청 ${count(warm + cold)}`];
  const steps =
    cold === 0n || coldMs === warmMs
      ? [...roundingUp(form), ...unbilledInit(form, cold), `${count(warm + cold)} × ${ms(warmMs)} ${result}`]
      : [...roundingUp(form), ...coldStarts(form, calls), `${ms(total)} ${result}`];
  return [{ item: "duration", quantity, steps: [...spilled, ...steps] }];
}

function coldStarts(form: UsageForm, { warm, cold, warmMs, coldMs }: Calls): readonly string[] {
  const share = `${quantityText(product(form.coldRate, 100))}%`;
  const sumOfBoth = `${quantityText(exactly(form.initMs))}ms + ${quantityText(exactly(form.durationMs))}ms`;
  return [
    `콜드 스타트 ${count(warm + cold)} × ${share} = ${count(cold)}`,
    `콜드 스타트 한 건에 ${form.snapStart === undefined ? "초기화" : "복원"} ${sumOfBoth} = ${ms(coldMs)}`,
    `웜 ${count(warm)} × ${ms(warmMs)} + 콜드 ${count(cold)} × ${ms(coldMs)} = ${ms(warm * warmMs + cold * coldMs)}`,
  ];
}

function unbilledInit({ initBilled, initMs }: UsageForm, cold: bigint): readonly string[] {
  return initBilled || cold === 0n || initMs === 0 ? [] : [`콜드 스타트 ${count(cold)}의 초기화 시간은 청구하지 않던 때의 계산`];
}

function roundingUp({ durationMs }: UsageForm): readonly string[] {
  const billed = roundedUp(exactly(durationMs));
  return Number.isInteger(durationMs) ? [] : [`${quantityText(exactly(durationMs))}ms를 1ms 단위로 올려 ${ms(billed)}`];
}

function provisionedConcurrency(form: UsageForm, { provisioned: served, warmMs }: Calls): readonly Reading[] {
  if (form.provisioned === undefined) return [];
  const { concurrency, hours } = form.provisioned;
  const [memory, minutes] = [gigabytes(form.memoryMB), product(hours, 60)];
  const billed = reservedMinutes(hours);
  const rounding = isMore(exactly(billed), minutes) ? [`${quantityText(minutes)}분을 5분 단위로 올려 ${whole(billed)}분`] : [];
  const time = billed % 60n === 0n ? `${whole(billed / 60n)}시간 × 3,600초` : `${whole(billed)}분 × 60초`;
  const reserved = product(quotient(form.memoryMB, MB_PER_GB), concurrency, billed, 60);
  const executed = gigabyteSeconds(served * warmMs, form.memoryMB);
  const isFull = served < BigInt(form.requests);
  const noInit = form.coldRate > 0 && served > 0n ? ["미리 만든 환경은 호출할 때 초기화하지 않음"] : [];
  const fullyUsed = isFull ? [`환경 ${whole(BigInt(concurrency))}개가 쉬지 않고 맡는 요청 ${count(served)}`] : [];
  return [
    {
      item: "provisioned-reservation",
      quantity: reserved,
      steps: [...rounding, `환경 ${whole(BigInt(concurrency))}개 × ${memory} × ${time} = ${quantityText(reserved)}GB-초`],
    },
    {
      item: "provisioned-duration",
      quantity: executed,
      steps: [
        ...noInit,
        ...roundingUp(form),
        ...fullyUsed,
        `${count(served)} × ${ms(warmMs)} × ${memory} = ${quantityText(executed)}GB-초`,
      ],
    },
  ];
}

/** Billed for as long as the function is, Init included: the free 512 MB are not. */
function ephemeralStorage({ ephemeralMB }: UsageForm, calls: Calls): readonly Reading[] {
  const billedMB = ephemeralMB - FREE_EPHEMERAL_MB;
  if (billedMB === 0) return [];
  const time = onDemandMs(calls) + calls.provisioned * calls.warmMs;
  const quantity = gigabyteSeconds(time, billedMB);
  const free = `${whole(BigInt(ephemeralMB))}MB − 무료 ${FREE_EPHEMERAL_MB}MB = ${gigabytes(billedMB)}`;
  return [{ item: "ephemeral-storage", quantity, steps: [free, `${ms(time)} × ${gigabytes(billedMB)} = ${quantityText(quantity)}GB-초`] }];
}

function streaming({ requests, streamedMB }: UsageForm): readonly Reading[] {
  if (streamedMB === 0) return [];
  const billed = remainder(exactly(streamedMB), exactly(FREE_STREAMED_MB));
  const quantity = quotient(product(requests, billed), MB_PER_GB);
  const perRequest = `응답 하나에 ${quantityText(exactly(streamedMB))}MB, 무료 ${FREE_STREAMED_MB}MB를 빼면 ${quantityText(billed)}MB`;
  const total = `${count(BigInt(requests))} × ${quantityText(billed)}MB ÷ ${whole(BigInt(MB_PER_GB))} = ${quantityText(quantity)}GB`;
  return [{ item: "streaming", quantity, steps: [perRequest, total] }];
}

function durableFunction({ durable }: UsageForm): readonly Reading[] {
  if (durable === undefined) return [];
  return [
    { item: "durable-operation", quantity: exactly(durable.operations), steps: [] },
    { item: "durable-written", quantity: exactly(durable.writtenGB), steps: [] },
    { item: "durable-retained", quantity: exactly(durable.retainedGBMonths), steps: [] },
  ];
}

function logIngestion({ logGB }: UsageForm): readonly Reading[] {
  return logGB === 0 ? [] : [{ item: "log-ingestion", quantity: exactly(logGB), steps: [] }];
}

function gigabyteSeconds(milliseconds: bigint, memoryMB: number): Fraction {
  return quotient(product(milliseconds, memoryMB), MS_PER_SECOND * MB_PER_GB);
}

const gigabytes = (memoryMB: number) => `${quantityText(quotient(memoryMB, MB_PER_GB))}GB`;
const whole = (value: bigint) => quantityText(exactly(value));
const count = (value: bigint) => `${whole(value)}건`;
const ms = (value: bigint) => `${whole(value)}ms`;
