/** The pieces of the stacked bar: the bill's lines by item, Init taken out of the duration, largest meanings first. */
import { type Fraction, ITEMS, type Item, isNothing, type MonthlyBill, remainder, sum } from "../../sandbox/index.ts";

export interface BillPart {
  readonly key: Item | "init";
  readonly name: string;
  readonly amount: Fraction;
}

/** They sum to the bill's total. Parts that cost nothing are left out. */
export function billParts({ lines, initAmount }: MonthlyBill): readonly BillPart[] {
  const items = [...new Set(lines.map(({ item }) => item))];
  const parts = items.flatMap((item): readonly BillPart[] => {
    const amount = sum(...lines.filter((line) => line.item === item).map((line) => line.amount));
    if (item !== "duration") return [{ key: item, name: ITEMS[item].name, amount }];
    return [
      { key: item, name: isNothing(initAmount) ? ITEMS[item].name : "핸들러의 실행 시간", amount: remainder(amount, initAmount) },
      { key: "init", name: "초기화", amount: initAmount },
    ];
  });
  return parts.filter(({ amount }) => !isNothing(amount));
}
