/** Everything that a month's bill depends on. What few functions need is folded away. */
import { ARCHITECTURES, type FormProblem, HOURS_PER_MONTH, INIT_BILLED, type NumberField as Name, REGIONS } from "../../sandbox/index.ts";
import { NumberField } from "./NumberField.tsx";
import { problemSentence } from "./problem-sentence.ts";
import type { CalculatorSettings } from "./settings.ts";

interface SettingsFormProps {
  readonly settings: CalculatorSettings;
  readonly problems: readonly FormProblem[];
  readonly isAlive: boolean;
  /** In a chapter: requests, duration, memory and architecture only. */
  readonly isCompact: boolean;
  readonly onChange: (settings: CalculatorSettings) => void;
}

const LABELS: Readonly<Record<Name, readonly [label: string, unit: string]>> = {
  requests: ["한 달 요청 수", "건"],
  durationMs: ["평균 실행 시간", "ms"],
  memoryMB: ["메모리", "MB"],
  coldRate: ["콜드 스타트 비율", "%"],
  initMs: ["초기화 시간", "ms"],
  ephemeralMB: ["임시 스토리지(/tmp)", "MB"],
  streamedMB: ["응답 하나마다 스트리밍하는 양", "MB"],
  logGB: ["한 달 로그", "GB"],
  "provisioned.concurrency": ["미리 만든 환경", "개"],
  "provisioned.hours": ["켜 둔 시간", "시간"],
  "snapStart.versions": ["스냅샷을 보관한 버전", "개"],
  "snapStart.hours": ["버전마다 보관한 시간", "시간"],
  "durable.operations": ["지속성 작업", "건"],
  "durable.writtenGB": ["쓴 데이터", "GB"],
  "durable.retainedGBMonths": ["보관한 데이터", "GB-월"],
};

const NOTES: Readonly<Partial<Record<Name, string>>> = {
  streamedMB: "스트리밍을 쓰지 않으면 0으로 둡니다.",
  "provisioned.hours": `한 달 내내 켜 두면 ${HOURS_PER_MONTH}시간입니다. 5분 단위로 올려 계산합니다.`,
};

const SNAPSTART = [
  ["", "쓰지 않음"],
  ["java", "Java"],
  ["python", "Python"],
  ["dotnet", ".NET"],
] as const;

export function SettingsForm({ settings, problems, isAlive, isCompact, onChange }: SettingsFormProps) {
  const change = (changed: Partial<CalculatorSettings>) => onChange({ ...settings, ...changed });
  const number = (name: Name) => (
    <NumberField
      key={name}
      name={name}
      label={LABELS[name][0]}
      unit={LABELS[name][1]}
      written={settings.written[name]}
      problem={problemSentence(problems, name)}
      note={NOTES[name]}
      isAlive={isAlive}
      onWrite={(text) => change({ written: { ...settings.written, [name]: text } })}
    />
  );
  const toggle = (label: string, key: "freeTier" | "initBilled" | "hasProvisioned" | "hasDurable", note?: string) => (
    <label class="toggle">
      <input
        type="checkbox"
        checked={settings[key]}
        disabled={!isAlive}
        onChange={({ currentTarget }) => change({ [key]: currentTarget.checked })}
      />
      <span>
        {label}
        {note !== undefined && <small>{note}</small>}
      </span>
    </label>
  );
  const isAdvancedUsed = !isCompact && hasAdvanced(settings);
  return (
    <div class="calculator-form">
      {number("requests")}
      {number("durationMs")}
      {number("memoryMB")}
      <div class="choices-of-two">
        <Choice
          legend="아키텍처"
          options={ARCHITECTURES.map((name) => [name, name])}
          value={settings.architecture}
          isAlive={isAlive}
          onChoose={(architecture) => change({ architecture })}
        />
        {!isCompact && (
          <Choice
            legend="리전"
            // The keys of that very object.
            options={Object.entries(REGIONS) as [keyof typeof REGIONS, string][]}
            value={settings.region}
            isAlive={isAlive}
            onChoose={(region) => change({ region })}
          />
        )}
      </div>
      {toggle("프리 티어의 무료 한도 빼기", "freeTier")}
      {!isCompact && (
        <>
          {number("coldRate")}
          {number("initMs")}
          {toggle("초기화 시간도 청구", "initBilled", `${INIT_BILLED.since}부터 켜진 규칙입니다. 끄면 그 전의 요금입니다.`)}
          <details open={isAdvancedUsed}>
            <summary>더 많은 설정</summary>
            <div class="advanced">
              {toggle("프로비저닝된 동시성", "hasProvisioned")}
              {settings.hasProvisioned && (
                <div class="nested">
                  {number("provisioned.concurrency")}
                  {number("provisioned.hours")}
                </div>
              )}
              {number("ephemeralMB")}
              {number("streamedMB")}
              {number("logGB")}
              <label class="select">
                SnapStart
                <select
                  value={settings.snapStart ?? ""}
                  disabled={!isAlive}
                  aria-invalid={problemSentence(problems, "snapStart") !== undefined}
                  onChange={({ currentTarget }) =>
                    change({ snapStart: (["java", "python", "dotnet"] as const).find((name) => name === currentTarget.value) })
                  }
                >
                  {SNAPSTART.map(([value, name]) => (
                    <option key={value} value={value}>
                      {name}
                    </option>
                  ))}
                </select>
                {problemSentence(problems, "snapStart") !== undefined && (
                  <small class="problem">SnapStart {problemSentence(problems, "snapStart")}</small>
                )}
              </label>
              {settings.snapStart !== undefined && (
                <div class="nested">
                  {number("snapStart.versions")}
                  {number("snapStart.hours")}
                </div>
              )}
              {toggle("지속성 함수", "hasDurable")}
              {problemSentence(problems, "durable") !== undefined && (
                <small class="problem">지속성 함수 {problemSentence(problems, "durable")}</small>
              )}
              {settings.hasDurable && (
                <div class="nested">
                  {number("durable.operations")}
                  {number("durable.writtenGB")}
                  {number("durable.retainedGBMonths")}
                </div>
              )}
            </div>
          </details>
        </>
      )}
    </div>
  );
}

const hasAdvanced = ({ hasProvisioned, snapStart, hasDurable, written }: CalculatorSettings) =>
  hasProvisioned ||
  hasDurable ||
  snapStart !== undefined ||
  written.ephemeralMB !== "512" ||
  written.streamedMB !== "0" ||
  written.logGB !== "0";

interface ChoiceProps<Value extends string> {
  readonly legend: string;
  readonly options: readonly (readonly [Value, string])[];
  readonly value: Value;
  readonly isAlive: boolean;
  readonly onChoose: (value: Value) => void;
}

function Choice<Value extends string>({ legend, options, value, isAlive, onChoose }: ChoiceProps<Value>) {
  return (
    <label class="select">
      {legend}
      <select
        value={value}
        disabled={!isAlive}
        onChange={({ currentTarget }) => {
          const chosen = options.find(([name]) => name === currentTarget.value);
          if (chosen !== undefined) onChoose(chosen[0]);
        }}
      >
        {options.map(([name, title]) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
