/** The execution environments on a time axis: cold is blue, warm is orange, an idle environment its faded trace. */
import { useLayoutEffect, useRef } from "preact/hooks";
import { type EnvironmentRow, environmentRows, type Trace } from "../../sandbox/index.ts";
import type { ServiceDrawing } from "./DrawnOutcome.tsx";
import { roughly } from "./durations.ts";
import { EnvironmentTable } from "./EnvironmentTable.tsx";
import { environmentTable, MOST_LANES, throttlesIn } from "./environment-table.ts";
import { Lane, ThrottleLane } from "./Lane.tsx";
import type { Mark } from "./service/lanes.ts";
import { type TimeAxis, timeAxis } from "./time-axis.ts";

/** How wide a unit of the axis must be for its label to be read. The drawing scrolls where the page is narrower. */
const REM_PER_UNIT = 1.1;

/** A drawing of hundreds of calls is looked at as a whole. */
const MOST_REM = 150;

/** In print. */
const FEW_LANES = 4;

interface EnvironmentsProps {
  readonly trace: Trace;
  readonly service: ServiceDrawing | undefined;
  /** A few lanes, and no table: each lane has its words. */
  readonly isBrief?: boolean;
}

export function Environments({ trace, service, isBrief = false }: EnvironmentsProps) {
  const most = isBrief ? FEW_LANES : MOST_LANES;
  const scroll = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // What has just happened stands at the right end.
    if (scroll.current !== null) scroll.current.scrollLeft = scroll.current.scrollWidth;
  }, [trace]);
  const rows = environmentRows(trace);
  const throttles = throttlesIn(trace);
  const lanes = service?.serviceLanes(trace) ?? [];
  if (rows.length === 0 && throttles.length === 0 && lanes.length === 0) return null;
  const axis = timeAxis(rows, trace.startsAt, trace.endsAt, service?.instantsIn(lanes));
  return (
    <figure class="environments">
      <figcaption>
        실행 환경
        <Legend
          rows={rows}
          hasThrottles={throttles.length > 0}
          marks={new Set(lanes.flatMap(({ marks }) => marks.map(({ kind }) => kind)))}
        />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups controls, and here are none. */}
      <div ref={scroll} class="scroll" tabIndex={0} role="group" aria-label="실행 환경 시간표">
        <div class="drawing" style={{ minWidth: `${Math.min(MOST_REM, axis.units * REM_PER_UNIT)}rem` }}>
          <Scale axis={axis} />
          <ul>
            {service !== undefined && <service.ServiceLanes lanes={lanes} axis={axis} />}
            {rows.slice(0, most).map((row) => (
              <Lane key={row.environment} row={row} axis={axis} />
            ))}
            {throttles.length > 0 && <ThrottleLane throttles={throttles} axis={axis} />}
          </ul>
          {rows.length > most && (
            <p class="hint">
              환경 {rows.length.toLocaleString("ko-KR")}개 가운데 처음 {most}개를 하나씩 그렸습니다.
            </p>
          )}
        </div>
      </div>
      {!isBrief && <EnvironmentTable rows={environmentTable(rows.slice(0, most), trace)} />}
      {!isBrief && service !== undefined && lanes.length > 0 && <service.LaneTables lanes={lanes} />}
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

const percent = (share: number) => `${(share * 100).toFixed(2)}%`;

/** Signs that do not occur are not explained. */
interface LegendProps {
  readonly rows: readonly EnvironmentRow[];
  readonly hasThrottles: boolean;
  /** What the service's lanes draw. */
  readonly marks: ReadonlySet<Mark["kind"]>;
}

function Legend({ rows, hasThrottles, marks }: LegendProps) {
  const segments = rows.flatMap((row) => row.segments);
  const hasFailures =
    segments.some((segment) => ("status" in segment && segment.status !== "success") || "failed" in segment) ||
    marks.has("http failed") ||
    marks.has("batch failed");
  return (
    <>
      {(marks.has("wait") || marks.has("level")) && <span class="key queue">큐에서 기다림</span>}
      {marks.has("http") && <span class="key http">HTTP 요청</span>}
      <span class="key creation">환경 생성</span>
      <span class="key cold">초기화(런타임, 모듈, 코드 차례)</span>
      <span class="key warm">호출</span>
      <span class="key idle">쉼(동결)</span>
      {hasFailures && <span class="key failure">실패</span>}
      {rows.some(({ resets }) => resets.length > 0) && <span class="key reset">프로세스 다시 시작</span>}
      {rows.some(({ end }) => end !== undefined) && <span class="key end">종료</span>}
      {(hasThrottles || marks.has("throttle")) && <span class="key throttle">429 스로틀링</span>}
      {marks.has("sent") && <span class="key sent">대상이나 DLQ로 보냄</span>}
      {marks.has("discarded") && <span class="key discarded">버리거나 거른 레코드</span>}
    </>
  );
}
