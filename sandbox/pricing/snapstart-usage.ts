/**
 * SnapStart's meters: the snapshot is kept per published version, and restored at each cold start. Java pays for neither.
 * The Lambda pricing page and the Price List, checked 2026-11-22.
 */
import { quantityText } from "./amount-text.ts";
import type { Calls } from "./form-calls.ts";
import { exactly, isMore, product, quotient } from "./fraction.ts";
import { MB_PER_GB, type Reading } from "./metered-usage.ts";
import type { UsageForm } from "./usage-form.ts";

/** A snapshot is paid for at least this long. */
const LEAST_HOURS = 3;

export function snapStartReadings({ snapStart, memoryMB }: UsageForm, { cold }: Calls): readonly Reading[] {
  if (snapStart === undefined || snapStart.runtime === "java") return [];
  const { versions, hours } = snapStart;
  const memory = quotient(memoryMB, MB_PER_GB);
  const tooShort = isMore(exactly(LEAST_HOURS), exactly(hours));
  const kept = tooShort ? LEAST_HOURS : hours;
  const cached = product(memory, versions, kept, 3600);
  const restored = product(memory, cold);
  const memoryText = `${quantityText(memory)}GB`;
  return [
    {
      item: "snapstart-cache",
      quantity: cached,
      steps: [
        ...(tooShort ? [`${quantityText(exactly(hours))}시간이지만 최소 ${LEAST_HOURS}시간`] : []),
        `버전 ${quantityText(exactly(versions))}개 × ${memoryText} × ${quantityText(exactly(kept))}시간 × 3,600초 = ${quantityText(cached)}GB-초`,
      ],
    },
    {
      item: "snapstart-restore",
      quantity: restored,
      steps: [`복원 ${quantityText(exactly(cold))}건 × ${memoryText} = ${quantityText(restored)}GB`],
    },
  ];
}
