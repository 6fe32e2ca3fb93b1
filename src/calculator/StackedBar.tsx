/** The total as one bar, cut by what it pays for. The table below it says the same in words. */
import { approximately, centsText, fixed, isNothing, type MonthlyBill, product, quotient } from "../../sandbox/index.ts";
import { billParts } from "./bill-parts.ts";

export function StackedBar({ bill }: { readonly bill: MonthlyBill }) {
  const parts = billParts(bill);
  if (isNothing(bill.total)) return <p class="note">무료 한도 안이라 낼 돈이 없습니다.</p>;
  let left = 0;
  const drawn = parts.map((part) => {
    const width = approximately(quotient(part.amount, bill.total)) * 100;
    left += width;
    return { ...part, width, left: left - width };
  });
  return (
    <figure class="stacked">
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        {drawn.map(({ key, width, left }) => (
          <rect key={key} class={`part ${key}`} x={left} y="0" width={width} height="10" />
        ))}
      </svg>
      <ul>
        {drawn.map(({ key, name, amount }) => (
          <li key={key} class={`part ${key}`}>
            {name} <b>{centsText(amount)}</b> <span>{fixed(product(quotient(amount, bill.total), 100), 0)}%</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
