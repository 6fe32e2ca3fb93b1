/** The service's lanes as tables, unfolded on request: for readers who do not see the drawing. */
import { useSignal } from "@preact/signals";
import { isoTime } from "../../../sandbox/time/instant.ts";
import { laneRows } from "./lane-rows.ts";
import type { ServiceLane } from "./lanes.ts";

/** Of each lane. */
const MOST_ROWS = 200;

export function LaneTables({ lanes }: { readonly lanes: readonly ServiceLane[] }) {
  // Thousands of rows that nobody has asked for would make a page slow.
  const isOpen = useSignal(false);
  return (
    <details
      class="as-table"
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open;
      }}
    >
      <summary>줄마다 표로 보기</summary>
      {isOpen.value && lanes.map((lane) => <LaneTable key={lane.key} lane={lane} />)}
    </details>
  );
}

function LaneTable({ lane: { name, told, row } }: { readonly lane: ServiceLane }) {
  const rows = laneRows(row);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups controls, and here are none.
    <div class="table-scroll" tabIndex={0} role="group" aria-label={`${name} 표`}>
      <table class="lane-table">
        <caption>
          {[name, told, "시각은 UTC입니다."].filter((part) => part !== "").join(". ")}
          {rows.length > MOST_ROWS && ` ${rows.length.toLocaleString("ko-KR")}가지 가운데 처음 ${MOST_ROWS}가지입니다.`}
        </caption>
        <thead>
          <tr>
            {["시각", "일어난 일", "무엇에"].map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS).map(({ at, what, to }, index) => (
            <tr key={index}>
              <td>{isoTime(at).slice(11, 23)}</td>
              <td>{what}</td>
              <td>{to}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
