/** One environment's line on the time axis, and its words. Signs differ in shape, not only in colour. */
import { counted } from "../../sandbox/exercise/korean-numbers.ts";
import type { EnvironmentRow, Instant, Segment } from "../../sandbox/index.ts";
import { exactly } from "./durations.ts";
import { END_NAMES, PART_NAMES, RESET_NAMES, SHORT_PART_NAMES, segmentName } from "./environment-names.ts";
import { thinned, thinnedText } from "./thinned.ts";
import type { TimeAxis } from "./time-axis.ts";

export function Lane({ row, axis }: { readonly row: EnvironmentRow; readonly axis: TimeAxis }) {
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
              title={`${segmentName(segment)} ${exactly(segment.to - segment.from)}`}
            >
              {segment.kind === "init" && <b>{SHORT_PART_NAMES[segment.part]}</b>}
            </span>
          );
        })}
        {row.resets.map(({ at, why }) => (
          <i key={at} class="sign reset" style={{ left: percent(axis.position(at)) }} title={RESET_NAMES[why]} />
        ))}
        {row.end !== undefined && (
          <i class="sign end" style={{ left: percent(axis.position(row.end.at)) }} title={END_NAMES[row.end.why]} />
        )}
      </span>
    </li>
  );
}

/** Requests that no environment got. */
export function ThrottleLane({ throttles, axis }: { readonly throttles: readonly Instant[]; readonly axis: TimeAxis }) {
  const instants = [...new Set(throttles)];
  const signs = thinned(instants, MOST_SIGNS);
  return (
    <li class="throttled">
      <p>
        <b>429</b> 스로틀링 {throttles.length.toLocaleString("ko-KR")}회. 동시성 한도에 닿아 거절됐습니다.{" "}
        {thinnedText(signs.length, instants.length)}
      </p>
      <span class="track" aria-hidden="true">
        {signs.map((at) => (
          <i key={at} class="sign throttle" style={{ left: percent(axis.position(at)) }} title="429 스로틀링" />
        ))}
      </span>
    </li>
  );
}

/** More durations than this are no words any more. */
const MOST_TOLD = 12;

/** Signs beyond this lie on top of each other. */
const MOST_SIGNS = 200;

const percent = (share: number) => `${(share * 100).toFixed(2)}%`;

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

/** The lane in words, beside the drawing. Init Duration does not hold the making of the environment. */
function told({ segments, resets, end }: EnvironmentRow): string {
  const sum = (isMeant: (segment: Segment) => boolean) => segments.filter(isMeant).reduce((total, { from, to }) => total + to - from, 0);
  const creation = sum((segment) => segment.kind === "init" && segment.part === "environment");
  const init = sum((segment) => (segment.kind === "init" && segment.part !== "environment") || segment.kind === "suppressed-init");
  const invocations = segments.filter(({ kind }) => kind === "invoke").map(({ from, to }) => (to - from).toFixed(2));
  return [
    creation > 0 ? `${PART_NAMES.environment} ${exactly(creation)}` : "",
    init > 0 ? `초기화 ${exactly(init)}` : "",
    invocations.length > MOST_TOLD ? `호출 ${counted(invocations.length, "번")}` : "",
    invocations.length > 0 && invocations.length <= MOST_TOLD ? `호출 ${invocations.join(" · ")}ms` : "",
    ...new Set(resets.map(({ why }) => RESET_NAMES[why])),
    end === undefined ? "" : END_NAMES[end.why],
  ]
    .filter((part) => part !== "")
    .join(", ");
}
