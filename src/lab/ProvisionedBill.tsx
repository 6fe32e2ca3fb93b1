/** What a run cost in which environments were provisioned: readiness, executions, and what spilled over, from the first click to now. */
import { moneyText, monthlyBill, type Trace } from "../../sandbox/index.ts";
import { traceUsage } from "../../sandbox/pricing/trace-usage.ts";

export function ProvisionedBill({ trace }: { readonly trace: Trace }) {
  const usage = traceUsage(trace, { region: "ap-northeast-2", architecture: "x86_64", initBilled: true });
  const { lines, total } = monthlyBill(usage, { freeTier: false });
  return (
    <footer class="bill">
      <details>
        <summary>
          <span>
            지금까지의 요금 <b>{moneyText(total)}</b>
          </span>
          <span class="more">계산 보기</span>
        </summary>
        <table>
          <tbody>
            {lines.map(({ name, how, amount }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{how.join(", ")}</td>
                <td>{moneyText(amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>준비해 둔 시간은 5분 단위로 올려 청구합니다. 서울 리전, x86, 프리 티어를 빼지 않은 값입니다.</p>
      </details>
    </footer>
  );
}
