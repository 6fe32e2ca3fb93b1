/** How much of each free allowance the month uses, and what lies beyond it, drawn. */
import {
  approximately,
  type BillLine,
  exactly,
  FREE_TIER,
  ITEMS,
  isNothing,
  type MonthlyBill,
  quantityText,
  quotient,
  sum,
} from "../../sandbox/index.ts";

export function FreeAllowance({ bill }: { readonly bill: MonthlyBill }) {
  const shown = FREE_TIER.allowances.flatMap(({ item, quantity }) => {
    const lines = bill.lines.filter((line) => line.item === item);
    return lines.some(({ free, quantity: paid }) => !isNothing(free) || !isNothing(paid))
      ? [{ item, allowance: exactly(quantity), lines }]
      : [];
  });
  return (
    <ul class="allowances">
      {shown.map(({ item, allowance, lines }) => {
        const [free, paid] = [sum(...lines.map((line) => line.free)), sum(...lines.map((line) => line.quantity))];
        const { name, unit } = ITEMS[item];
        const share = approximately(quotient(free, sum(free, paid))) * 100;
        return (
          <li key={item}>
            <b>{name}</b>{" "}
            {isNothing(free)
              ? `무료 한도를 빼지 않음, ${quantityText(paid)}${unit}`
              : `무료 한도 ${quantityText(allowance)}${unit} 가운데 ${quantityText(free)}${unit} 사용, 낼 양 ${quantityText(paid)}${unit}`}
            <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
              <rect class="free" x="0" y="0" width={share} height="6" />
              {tierRects(lines, share)}
            </svg>
          </li>
        );
      })}
    </ul>
  );
}

/** What is paid, cut where the price falls. */
function tierRects(lines: readonly BillLine[], from: number) {
  const paid = sum(...lines.map((line) => line.quantity));
  if (isNothing(paid)) return null;
  let left = from;
  return lines.map(({ quantity, tier }) => {
    const width = approximately(quotient(quantity, paid)) * (100 - from);
    left += width;
    return <rect key={tier} class={`tier tier-${tier ?? 1}`} x={left - width} y="0" width={width} height="6" />;
  });
}
