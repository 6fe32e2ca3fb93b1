/** The execution environments on a time axis: cold is blue, warm is orange, an idle environment its faded trace. */
import { useLayoutEffect, useRef } from "preact/hooks";
import { type EnvironmentRow, environmentRows, type Segment, type Trace } from "../../sandbox/index.ts";
import { exactly, roughly } from "./durations.ts";
import { type TimeAxis, timeAxis } from "./time-axis.ts";

/** How wide a unit of the axis must be for its label to be read. The drawing scrolls where the page is narrower. */
const REM_PER_UNIT = 1.1;

export function Environments({ trace }: { readonly trace: Trace }) {
  const scroll = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // What has just happened stands at the right end.
    if (scroll.current !== null) scroll.current.scrollLeft = scroll.current.scrollWidth;
  }, [trace]);
  const rows = environmentRows(trace);
  if (rows.length === 0) return null;
  const axis = timeAxis(rows, trace.startsAt, trace.endsAt);
  return (
    <figure class="environments">
      <figcaption>
        실행 환경
        <span class="key cold">환경 생성과 초기화</span>
        <span class="key warm">호출</span>
        <span class="key idle">쉼(동결)</span>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups controls, and here are none. */}
      <div ref={scroll} class="scroll" tabIndex={0} role="group" aria-label="실행 환경 시간표">
        <div class="drawing" style={{ minWidth: `${axis.units * REM_PER_UNIT}rem` }}>
          <Scale axis={axis} />
          <ul>
            {rows.map((row) => (
              <Lane key={row.environment} row={row} axis={axis} />
            ))}
          </ul>
        </div>
      </div>
    </figure>
  );
}

function Scale({ axis }: { readonly axis: TimeAxis }) {
  return (
    <div class="scale" aria-hidden="true">
      {axis.stretches.map(({ kind, from, to, left, width }) => (
        <span key={from} class={kind} style={{ left: percent(left), width: percent(width) }}>
          {roughly(to - from)}
        </span>
      ))}
    </div>
  );
}

function Lane({ row, axis }: { readonly row: EnvironmentRow; readonly axis: TimeAxis }) {
  return (
    <li>
      <p>
        <b>환경 {row.environment}</b> {told(row)}
      </p>
      <span class="track" aria-hidden="true">
        {row.segments.map((segment) => {
          const left = axis.position(segment.from);
          return (
            <span
              key={`${segment.kind}${segment.from}`}
              class={classOf(segment)}
              style={{ left: percent(left), width: percent(axis.position(segment.to) - left) }}
              title={`${nameOf(segment)} ${exactly(segment.to - segment.from)}`}
            />
          );
        })}
      </span>
    </li>
  );
}

const percent = (share: number) => `${(share * 100).toFixed(3)}%`;

function classOf(segment: Segment): string {
  switch (segment.kind) {
    case "init":
      return `init ${segment.part}${segment.failed === undefined ? "" : " failed"}`;
    case "suppressed-init":
      return `init suppressed${segment.status === "success" ? "" : " failed"}`;
    case "invoke":
      return `invoke${segment.status === "success" ? "" : " failed"}`;
    case "idle":
      return "idle";
  }
}

const PART_NAMES = { environment: "환경 생성", runtime: "런타임 시작", modules: "모듈 읽기", code: "핸들러 바깥 코드" } as const;

function nameOf(segment: Segment): string {
  switch (segment.kind) {
    case "init":
      return PART_NAMES[segment.part];
    case "suppressed-init":
      return "다시 초기화";
    case "invoke":
      return segment.coldStart ? "첫 호출" : "호출";
    case "idle":
      return "쉼(동결)";
  }
}

/** The lane in words, beside the drawing. Init Duration does not hold the making of the environment. */
function told({ segments, end }: EnvironmentRow): string {
  const sum = (isMeant: (segment: Segment) => boolean) => segments.filter(isMeant).reduce((total, { from, to }) => total + to - from, 0);
  const creation = sum((segment) => segment.kind === "init" && segment.part === "environment");
  const init = sum((segment) => (segment.kind === "init" && segment.part !== "environment") || segment.kind === "suppressed-init");
  const invocations = segments.filter(({ kind }) => kind === "invoke").map(({ from, to }) => (to - from).toFixed(2));
  return [
    creation > 0 ? `${PART_NAMES.environment} ${exactly(creation)}` : "",
    init > 0 ? `초기화 ${exactly(init)}` : "",
    invocations.length > 0 ? `호출 ${invocations.join(" · ")}ms` : "",
    end === undefined ? "" : END_NAMES[end.why],
  ]
    .filter((part) => part !== "")
    .join(", ");
}

const END_NAMES = { idle: "오래 쉬어 종료", age: "오래되어 종료", "new version": "코드가 바뀌어 종료" } as const;
