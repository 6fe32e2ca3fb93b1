/** What the last click cost, and all clicks together, with the arithmetic. */
import { billOf, dollars, type InvokeEnded, SEOUL_X86, type Trace } from "../../sandbox/index.ts";
import { provisionedEnvironments } from "../../sandbox/pricing/trace-provisioned.ts";
import { address } from "../address.ts";
import { formOfRun } from "../calculator/of-run.ts";
import { linkHash } from "../calculator/share-link.ts";
import { ProvisionedBill } from "./ProvisionedBill.tsx";

export function Bill({ trace }: { readonly trace: Trace }) {
  return provisionedEnvironments(trace).size > 0 ? <ProvisionedBill trace={trace} /> : <OnDemandBill trace={trace} />;
}

function OnDemandBill({ trace }: { readonly trace: Trace }) {
  const ended = trace.events.filter((event) => event.type === "invoke-ended");
  if (ended.length === 0) return null;
  const requested = trace.events.filter((event) => event.type === "invocation-requested");
  const last = requested.at(-1)?.stimulus;
  const lastIds = new Set(requested.filter(({ stimulus }) => stimulus === last).map(({ requestId }) => requestId));
  const run = usageOf(ended.filter(({ requestId }) => lastIds.has(requestId)));
  const all = usageOf(ended);
  const bill = billOf(run, SEOUL_X86);
  const form = formOfRun(trace);
  return (
    <footer class="bill">
      <details>
        <summary>
          <span>
            이번 실행의 요금 <b>{dollars(bill.total, DIGITS)}</b>
          </span>
          <span>
            지금까지 <b>{dollars(billOf(all, SEOUL_X86).total, DIGITS)}</b>
          </span>
          <span class="more">계산 보기</span>
        </summary>
        <table>
          <tbody>
            <tr>
              <th scope="row">요청</th>
              <td>{run.requests.toLocaleString("ko-KR")}회 × 100만 회에 $0.20</td>
              <td>{dollars(bill.requests, DIGITS)}</td>
            </tr>
            <tr>
              <th scope="row">실행 시간</th>
              <td>
                {memoryText(run)} × {run.billedDuration.toLocaleString("ko-KR")}ms = {gigabyteSecondsText(run)}GB-초, 1GB-초에 $0.0000166667
              </td>
              <td>{dollars(bill.duration, DIGITS)}</td>
            </tr>
          </tbody>
        </table>
        <p>
          {initSentence(run)} 서울 리전, x86, 프리 티어를 빼지 않은 값입니다.
          {form !== undefined && (
            <>
              {" "}
              <a href={`${address("calculator/")}${linkHash(form, true)}`}>이 실행으로 한 달 100만 건의 요금 계산하기</a>
            </>
          )}
        </p>
      </details>
    </footer>
  );
}

/** Of a dollar: a request is 0.0000002. */
const DIGITS = 10;

interface RunUsage {
  readonly requests: number;
  readonly billedDuration: number;
  readonly megabyteMilliseconds: number;
  readonly initDuration: number;
  /** Undefined where the memory was changed between. */
  readonly memory: number | undefined;
}

function usageOf(ended: readonly InvokeEnded[]): RunUsage {
  const sum = (of: (report: InvokeEnded) => number) => ended.reduce((total, report) => total + of(report), 0);
  const memories = new Set(ended.map(({ memorySizeMB }) => memorySizeMB));
  return {
    requests: ended.length,
    billedDuration: sum(({ billedDuration }) => billedDuration),
    megabyteMilliseconds: sum(({ billedDuration, memorySizeMB }) => billedDuration * memorySizeMB),
    initDuration: sum(({ initDuration = 0 }) => initDuration),
    memory: memories.size === 1 ? [...memories][0] : undefined,
  };
}

const memoryText = ({ memory }: RunUsage) => (memory === undefined ? "메모리" : `${memory.toLocaleString("ko-KR")}MB`);

const gigabyteSecondsText = ({ megabyteMilliseconds }: RunUsage) => (megabyteMilliseconds / 1_024_000).toFixed(6);

function initSentence({ initDuration, billedDuration }: RunUsage): string {
  if (initDuration === 0) return "초기화가 없어 핸들러의 시간만 청구됐습니다.";
  return `청구 시간의 ${Math.min(100, Math.round((initDuration / billedDuration) * 100))}%가 초기화입니다.`;
}
