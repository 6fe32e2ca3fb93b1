/** Two scenarios side by side: A, put aside, and B, what is set now. */
import {
  centsText,
  type Fraction,
  ITEMS,
  type Item,
  isMore,
  type MonthlyBill,
  NOTHING,
  remainder,
  sum,
  type UsageForm,
} from "../../sandbox/index.ts";
import { differenceSentence } from "./Differences.tsx";

export interface Scenario {
  readonly form: UsageForm;
  readonly bill: MonthlyBill;
}

export function Comparison({ a, b }: { readonly a: Scenario; readonly b: Scenario }) {
  const items = [...new Set([...a.bill.lines, ...b.bill.lines].map(({ item }) => item))];
  return (
    <>
      <p>{differenceSentence(a.bill.total, b.bill.total, "B가")}</p>
      <table>
        <caption class="visually-hidden">따로 둔 설정 A와 지금 설정 B의 한 달 요금</caption>
        <thead>
          <tr>
            <th scope="col">항목</th>
            <th scope="col">A(따로 둠)</th>
            <th scope="col">B(지금)</th>
            <th scope="col">B − A</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">설정</th>
            <td>{summary(a.form)}</td>
            <td>{summary(b.form)}</td>
            <td />
          </tr>
          {items.map((item) => (
            <Row key={item} name={ITEMS[item].name} a={amountOf(a.bill, item)} b={amountOf(b.bill, item)} />
          ))}
          <Row name="합계" a={a.bill.total} b={b.bill.total} />
        </tbody>
      </table>
    </>
  );
}

function Row({ name, a, b }: { readonly name: string; readonly a: Fraction; readonly b: Fraction }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{centsText(a)}</td>
      <td>{centsText(b)}</td>
      <td>{isMore(a, b) ? `−${centsText(remainder(a, b))}` : `+${centsText(remainder(b, a))}`}</td>
    </tr>
  );
}

const amountOf = ({ lines }: MonthlyBill, item: Item): Fraction =>
  sum(NOTHING, ...lines.filter((line) => line.item === item).map(({ amount }) => amount));

function summary({ requests, durationMs, memoryMB, architecture }: UsageForm): string {
  return `${requests.toLocaleString("ko-KR")}건 · ${durationMs.toLocaleString("ko-KR")}ms · ${memoryMB.toLocaleString("ko-KR")}MB · ${architecture}`;
}
