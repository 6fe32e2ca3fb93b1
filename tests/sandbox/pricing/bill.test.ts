import { expect, test } from "vitest";
import { billOf, dollars } from "../../../sandbox/pricing/bill.ts";
import { SEOUL_X86 } from "../../../sandbox/pricing/price-list.ts";

/** MB × ms. */
const usage = (requests: number, memoryMB: number, billedMs: number) => ({ requests, megabyteMilliseconds: memoryMB * billedMs });

test("A million requests cost $0.20, and a GB-second $0.0000166667, exactly.", () => {
  expect(dollars(billOf(usage(1_000_000, 128, 0), SEOUL_X86).total, 10)).toBe("$0.2000000000");
  expect(dollars(billOf(usage(0, 1024, 1_000), SEOUL_X86).total, 10)).toBe("$0.0000166667");
});

test("The worked example of AWS's pricing page: 1,536 MB, 3 million requests of 120 ms, before the free tier.", () => {
  const bill = billOf(usage(3_000_000, 1_536, 120 * 3_000_000), SEOUL_X86);
  expect(dollars(bill.requests, 2)).toBe("$0.60");
  expect(dollars(bill.duration, 2)).toBe("$9.00");
  expect(dollars(bill.total, 2)).toBe("$9.60");
});

test("Parts that are rounded each for itself never hide a cent of the total: the total is the sum of exact parts.", () => {
  const bill = billOf(usage(7, 128, 333), SEOUL_X86);
  expect(bill.total.numerator).toBe(bill.requests.numerator + bill.duration.numerator);
  expect(bill.total.denominator).toBe(bill.requests.denominator);
});

test("An amount is rounded half up at the last decimal that is written.", () => {
  expect(dollars({ numerator: 5n, denominator: 1_000n }, 2)).toBe("$0.01");
  expect(dollars({ numerator: 4n, denominator: 1_000n }, 2)).toBe("$0.00");
  expect(dollars({ numerator: 995n, denominator: 1_000n }, 2)).toBe("$1.00");
  expect(dollars({ numerator: 3n, denominator: 2n }, 0)).toBe("$2");
});
