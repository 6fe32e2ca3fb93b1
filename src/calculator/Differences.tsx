/** The same month on the other architecture, and on demand beside provisioned: what each would cost and from where on it pays. */
import {
  approximately,
  type BreakEven,
  breakEven,
  breakEvenRequests,
  centsText,
  exactly,
  type Fraction,
  fixed,
  isMore,
  moneyText,
  product,
  quantityText,
  remainder,
  type UsageForm,
} from "../../sandbox/index.ts";
import { place } from "./chart-scale.ts";
import { totalOf } from "./curve.ts";

interface DifferencesProps {
  readonly form: UsageForm;
  readonly freeTier: boolean;
}

export function Differences({ form, freeTier }: DifferencesProps) {
  const x86 = totalOf({ ...form, architecture: "x86_64" }, freeTier);
  const arm = totalOf({ ...form, architecture: "arm64" }, freeTier);
  return (
    <div class="differences">
      <section>
        <h4>x86_64와 arm64</h4>
        <p>
          x86_64 {centsText(x86)}, arm64 {centsText(arm)}. {differenceSentence(x86, arm, "arm64가")} 실행 시간이 같을 때의 값입니다. 코드에
          따라 두 아키텍처의 실행 시간이 다를 수 있으니 재어 보세요.
        </p>
      </section>
      <section>
        <h4>온디맨드와 프로비저닝된 동시성</h4>
        <Utilisation found={breakEven(form)} />
        {form.provisioned !== undefined && <OnDemandInstead form={form} freeTier={freeTier} />}
      </section>
    </div>
  );
}

function OnDemandInstead({ form, freeTier }: DifferencesProps) {
  const [now, without] = [totalOf(form, freeTier), totalOf({ ...form, provisioned: undefined }, freeTier)];
  const requests = breakEvenRequests(form);
  return (
    <p>
      지금 설정은 {centsText(now)}, 온디맨드로만 쓰면 {centsText(without)}입니다. {differenceSentence(without, now, "지금 설정이")}{" "}
      {requests === undefined
        ? "이 환경들이 한 달 내내 쉬지 않아도 온디맨드보다 싸지지 않습니다."
        : `무료 한도를 빼고 보면 요청이 한 달 ${quantityText(exactly(requests))}건을 넘을 때부터 프로비저닝된 동시성이 쌉니다.`}
    </p>
  );
}

function Utilisation({ found: { utilisation, isReachable, how } }: { readonly found: BreakEven }) {
  if (utilisation === undefined) return <p>프로비저닝된 동시성의 단가가 온디맨드보다 낮지 않아 돈으로는 이득이 없습니다.</p>;
  const percent = fixed(product(utilisation, 100), 1);
  const x = 10 + place(approximately(utilisation), 0, 1) * 320;
  return (
    <>
      <p>
        {isReachable
          ? `미리 만든 환경이 켜 둔 시간의 ${percent}% 넘게 일하면 프로비저닝된 동시성이 쌉니다. 그보다 오래 쉬면 온디맨드가 쌉니다.`
          : "미리 만든 환경이 쉬지 않고 일해도 온디맨드가 쌉니다."}
      </p>
      {isReachable && (
        <svg class="utilisation" viewBox="0 0 340 62" aria-hidden="true">
          <rect class="on-demand" x="10" y="8" width={x - 10} height="22" />
          <rect class="provisioned" x={x} y="8" width={330 - x} height="22" />
          <line class="now" x1={x} x2={x} y1="3" y2="36" />
          <text x="16" y="24">
            온디맨드가 쌈
          </text>
          <text x={x} y="52" text-anchor={approximately(utilisation) > 0.8 ? "end" : "middle"}>
            {percent}%
          </text>
          <text x="10" y="52">
            0%
          </text>
          {approximately(utilisation) < 0.8 && (
            <text x="330" y="52" text-anchor="end">
              100%
            </text>
          )}
        </svg>
      )}
      <details>
        <summary>계산 보기</summary>
        <ol>
          {how.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </details>
    </>
  );
}

/** How `b` compares with `a`: `arm64가 $1.00 쌉니다(20%).` */
export function differenceSentence(a: Fraction, b: Fraction, subject: string): string {
  const [saved, added] = [remainder(a, b), remainder(b, a)];
  if (isMore(b, a)) return `${subject} ${moneyOf(added)} 비쌉니다.`;
  return isMore(a, b) ? `${subject} ${moneyOf(saved)} 쌉니다.` : "값이 같습니다.";
}

/** A difference below a cent is written whole: $0.00 would say that there is none. */
const moneyOf = (amount: Fraction) => (fixed(amount, 2) === "0.00" ? moneyText(amount) : centsText(amount));
