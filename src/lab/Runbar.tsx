/** The buttons that make something happen. Each of them adds to what has happened so far. */
import { useSignal } from "@preact/signals";
import { counted } from "../../sandbox/exercise/korean-numbers.ts";
import type { Step } from "../../sandbox/exercise/steps.ts";
import type { Millis } from "../../sandbox/index.ts";
import { roughly } from "./durations.ts";
import { BETWEEN_CLICKS } from "./session.ts";

interface Buttons {
  readonly isAlive: boolean;
  readonly steps: readonly Step[] | undefined;
  readonly onRun: (count?: number) => void;
  readonly onStep: (button: number) => void;
}

interface RunbarProps extends Buttons {
  readonly isRunning: boolean;
  readonly hasRun: boolean;
  readonly onWait: (duration: Millis) => void;
  readonly onSettle: () => void;
  readonly onStop: () => void;
}

const MINUTE = 60_000;
const WAITS: readonly Millis[] = [MINUTE, 10 * MINUTE, 60 * MINUTE];
const COUNTS = Array.from({ length: 19 }, (_, index) => index + 2);

export function Runbar({ isRunning, hasRun, onWait, onSettle, onStop, ...buttons }: RunbarProps) {
  const { isAlive, steps } = buttons;
  return (
    <>
      <div class="runbar">
        {steps === undefined ? <InvokeButtons {...buttons} /> : <StepButtons {...buttons} />}
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend on a line of its own. */}
        <span class="joined waits" role="group" aria-label="시간 보내기">
          <span aria-hidden="true">시간 보내기</span>
          {WAITS.map((duration) => (
            <button
              key={duration}
              type="button"
              disabled={!isAlive || !hasRun}
              aria-label={`시간 보내기 +${roughly(duration)}`}
              onClick={() => onWait(duration)}
            >
              +{roughly(duration)}
            </button>
          ))}
        </span>
        {steps !== undefined && (
          <button type="button" disabled={!isAlive || !hasRun} onClick={onSettle} title="큐와 재시도가 모두 끝날 때까지 시간을 보냅니다.">
            끝날 때까지
          </button>
        )}
        {isRunning && (
          <button type="button" onClick={onStop}>
            멈추기
          </button>
        )}
      </div>
      <p class="hint runhint">
        <span class="by-keyboard">
          <kbd>Ctrl</kbd> <kbd>Enter</kbd>로 실행합니다.
        </span>{" "}
        실행과 실행 사이에는 {roughly(BETWEEN_CLICKS)}가 흐릅니다.
      </p>
    </>
  );
}

function InvokeButtons({ isAlive, onRun }: Buttons) {
  const count = useSignal(3);
  return (
    <>
      <button type="button" class="run" disabled={!isAlive} onClick={() => onRun()}>
        <Triangle />
        실행
      </button>
      <span class="joined">
        <button type="button" disabled={!isAlive} onClick={() => onRun(count.value)}>
          동시에 {counted(count.value, "번")}
        </button>
        <select
          aria-label="동시에 보낼 요청"
          disabled={!isAlive}
          value={count.value}
          onChange={({ currentTarget }) => {
            count.value = Number(currentTarget.value);
          }}
        >
          {COUNTS.map((each) => (
            <option key={each} value={each}>
              {counted(each, "번")}
            </option>
          ))}
        </select>
      </span>
    </>
  );
}

/** What the author of the lab lets happen. The first one is what Ctrl Enter presses. */
function StepButtons({ isAlive, steps = [], onStep }: Buttons) {
  return (
    <>
      {steps.map(({ label }, index) => (
        <button key={label} type="button" class={index === 0 ? "run" : ""} disabled={!isAlive} onClick={() => onStep(index)}>
          {index === 0 && <Triangle />}
          {label}
        </button>
      ))}
    </>
  );
}

const Triangle = () => (
  <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
    <path d="M4 2.5v11l9-5.5z" fill="currentColor" />
  </svg>
);
