/** The pricing calculator. Money is computed in sandbox/pricing/ and nowhere else; here it is only shown. */
import { useSignal } from "@preact/signals";
import { useEffect, useId } from "preact/hooks";
import { centsText, formProblems, formUsage, type MonthlyBill, monthlyBill, REGIONS, type UsageForm } from "../../sandbox/index.ts";
import { Breakdown } from "./Breakdown.tsx";
import { Comparison, type Scenario } from "./Comparison.tsx";
import { Differences } from "./Differences.tsx";
import { EXAMPLE } from "./example.ts";
import { FreeAllowance } from "./FreeAllowance.tsx";
import { useKeptSettings } from "./kept-settings.ts";
import { LineChart } from "./LineChart.tsx";
import { SettingsForm } from "./SettingsForm.tsx";
import { Sharing } from "./Sharing.tsx";
import { StackedBar } from "./StackedBar.tsx";
import { formOf, settingsOf } from "./settings.ts";
import { linkHash } from "./share-link.ts";
import { Won } from "./Won.tsx";

interface CalculatorProps {
  /** The address of the calculator's page, for the compact one of a chapter: it shows the form's first fields and the lines. */
  readonly fullPage?: string | undefined;
}

/** Milliseconds of rest before a screen reader is told the total: not at each step of a slider. */
const REST = 900;

export function Calculator({ fullPage }: CalculatorProps) {
  const isCompact = fullPage !== undefined;
  const heading = useId();
  const kept = useKeptSettings(isCompact);
  const aside = useSignal<Scenario | undefined>(undefined);
  const lastGood = useSignal<UsageForm>(EXAMPLE);
  const announced = useSignal("");

  const settings = kept.settings.value;
  const { freeTier } = settings;
  const written = formOf(settings);
  const problems = formProblems(written);
  const isGood = problems.length === 0;
  // While a field is wrong the last month that could be billed stays in sight, and is said to be that.
  const form = isGood ? written : lastGood.value;
  const bill = monthlyBill(formUsage(form), { freeTier });
  const isAlive = kept.isAlive.value;
  const total = centsText(bill.total);

  useEffect(() => {
    if (isGood) lastGood.value = written;
    const timer = setTimeout(() => {
      announced.value = isGood ? `한 달 합계 ${total}` : "고칠 칸이 있습니다. 칸 아래의 말을 보세요.";
    }, REST);
    return () => clearTimeout(timer);
  }, [settings]);

  return (
    <section class={`calculator ${isCompact ? "compact" : ""}`} aria-labelledby={heading}>
      <h2 id={heading}>{isCompact ? "요금 계산기" : "함수 하나에 드는 한 달 요금"}</h2>
      {kept.trouble.value !== "" && (
        <p class="trouble" role="alert">
          {kept.trouble.value}
        </p>
      )}
      <div class="halves">
        <div>
          <SettingsForm settings={settings} problems={problems} isAlive={isAlive} isCompact={isCompact} onChange={kept.change} />
          <button type="button" class="ghost" disabled={!isAlive} onClick={() => kept.change(settingsOf(EXAMPLE, true))}>
            처음으로
          </button>
          {/* On a phone the result lies below the form; the sum goes along. */}
          <p class="total-bar" aria-hidden="true">
            한 달 합계 <b>{total}</b>
          </p>
        </div>
        <div class="result">
          <Total total={total} bill={bill} freeTier={freeTierWords(form, freeTier)} isGood={isGood} />
          {!isCompact && <Won total={bill.total} isAlive={isAlive} />}
          <StackedBar bill={bill} />
          <Breakdown bill={bill} />
          {isCompact && <a href={`${fullPage}${linkHash(form, freeTier)}`}>이 값으로 요금 계산기 열기</a>}
          {!isCompact && <Sharing form={form} freeTier={freeTier} bill={bill} isAlive={isAlive} />}
        </div>
      </div>
      <p class="visually-hidden" role="status">
        {announced.value}
      </p>
      {!isCompact && (
        <>
          <h3>무료 한도와 단계</h3>
          <FreeAllowance bill={bill} />
          <h3>하나만 바꾸면</h3>
          <p class="note">
            나머지 설정은 그대로 둔 값입니다. 실제로는 메모리를 늘리면 CPU도 함께 늘어 실행 시간이 줄 수 있습니다. 메모리마다 실행 시간을
            재어 넣어 보세요.
          </p>
          <div class="charts">
            <LineChart form={form} freeTier={freeTier} field="requests" />
            <LineChart form={form} freeTier={freeTier} field="durationMs" />
            <LineChart form={form} freeTier={freeTier} field="memoryMB" />
          </div>
          <h3>다르게 고르면</h3>
          <Differences form={form} freeTier={freeTier} />
          <h3>두 설정 견주기</h3>
          <div class="comparison">
            {aside.value === undefined ? (
              <p>지금 설정을 따로 두고 다른 값을 넣으면 두 요금이 나란히 나옵니다.</p>
            ) : (
              <Comparison a={aside.value} b={{ form, bill }} />
            )}
            <button
              type="button"
              disabled={!isAlive}
              onClick={() => {
                aside.value = { form, bill };
              }}
            >
              이 설정을 따로 두기
            </button>
          </div>
        </>
      )}
    </section>
  );
}

interface TotalProps {
  readonly total: string;
  readonly bill: MonthlyBill;
  readonly freeTier: string;
  readonly isGood: boolean;
}

function Total({ total, bill: { region, architecture }, freeTier, isGood }: TotalProps) {
  return (
    <div class={`total ${isGood ? "" : "old"}`}>
      <p>
        한 달 합계 <b>{total}</b>
      </p>
      <p class="note">
        {REGIONS[region]} 리전, {architecture}, {freeTier}
      </p>
      {!isGood && <p class="problem">고칠 칸이 있어 그 전의 값을 보입니다.</p>}
    </div>
  );
}

function freeTierWords({ provisioned }: UsageForm, freeTier: boolean): string {
  if (provisioned !== undefined) return "프로비저닝된 동시성을 켠 함수라 무료 한도가 없음";
  return freeTier ? "무료 한도를 뺀 값" : "무료 한도를 빼지 않은 값";
}
