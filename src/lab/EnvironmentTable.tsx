/** The lanes as a table, unfolded on request: for readers who do not see the drawing, and for exact figures. */
import { isoTime } from "../../sandbox/time/instant.ts";
import { exactly } from "./durations.ts";
import { END_NAMES, STATUS_NAMES } from "./environment-names.ts";
import type { TableRow } from "./environment-table.ts";

export function EnvironmentTable({ rows }: { readonly rows: readonly TableRow[] }) {
  return (
    <details class="as-table">
      <summary>표로 보기</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups controls, and here are none. */}
      <div class="table-scroll" tabIndex={0} role="group" aria-label="실행 환경 표">
        <table>
          <caption>실행 환경에서 일어난 일. 시각은 UTC입니다.</caption>
          <thead>
            <tr>
              {["시각", "환경", "시작", "환경 생성", "초기화", "호출", "끝"].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <Row key={index} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function Row({ row }: { readonly row: TableRow }) {
  const time = <td>{isoTime(row.at).slice(11, 23)}</td>;
  switch (row.kind) {
    case "call":
      return (
        <tr>
          {time}
          <th scope="row">환경 {row.environment}</th>
          <td class={row.coldStart ? "cold" : "warm"}>{row.coldStart ? "콜드" : "웜"}</td>
          <td>{durationText(row.creation)}</td>
          <td>
            {durationText(row.init)}
            {row.init !== undefined && !row.coldStart && " (다시)"}
          </td>
          <td>{durationText(row.invoke)}</td>
          <td class={row.end === "success" ? "" : "bad"}>
            {STATUS_NAMES[row.end]}
            {row.isReset && ", 다시 시작"}
          </td>
        </tr>
      );
    case "throttle":
      return (
        <tr>
          {time}
          <td colSpan={5}>환경에 닿지 못한 요청</td>
          <td class="bad">429 스로틀링</td>
        </tr>
      );
    case "shutdown":
      return (
        <tr>
          {time}
          <th scope="row">환경 {row.environment}</th>
          <td colSpan={4} />
          <td>{END_NAMES[row.why]}</td>
        </tr>
      );
  }
}

const durationText = (duration: number | undefined) => (duration === undefined ? "없음" : exactly(duration));
