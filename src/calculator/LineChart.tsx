/** One curve with the present marked. What it draws is also a table, for whoever cannot see it or wants the numbers. */
import { approximately, centsText, FIELD_VALUES, type UsageForm } from "../../sandbox/index.ts";
import { place, shortCount, shortDollars } from "./chart-scale.ts";
import { type CurveField, curve, type Point } from "./curve.ts";

interface LineChartProps {
  readonly form: UsageForm;
  readonly freeTier: boolean;
  readonly field: CurveField;
}

const NAMES: Readonly<Record<CurveField, { readonly title: string; readonly axis: string; readonly unit: string }>> = {
  requests: { title: "요청 수와 요금", axis: "요청(건)", unit: "건" },
  durationMs: { title: "실행 시간과 요금", axis: "실행 시간(ms)", unit: "ms" },
  memoryMB: { title: "메모리와 요금", axis: "메모리(MB)", unit: "MB" },
};

/** Of the drawing, in its own units; text is as large as the page's small print on a phone. */
const BOX = { width: 340, height: 210, left: 58, right: 330, top: 14, bottom: 168 };

export function LineChart({ form, freeTier, field }: LineChartProps) {
  const { points, current, to, top } = curve(form, freeTier, field);
  const { title, axis, unit } = NAMES[field];
  const from = points[0]?.x ?? 0;
  const x = (value: number) => BOX.left + place(value, from, to) * (BOX.right - BOX.left);
  const y = (dollars: number) => BOX.bottom - place(dollars, 0, top) * (BOX.bottom - BOX.top);
  const spot = (point: Point) => `${x(point.x).toFixed(1)},${y(approximately(point.total)).toFixed(1)}`;
  const now = `${(FIELD_VALUES[field](form) ?? 0).toLocaleString("ko-KR")}${unit}`;
  const isLate = place(current.x, from, to) > 0.6;
  return (
    <figure class="line-chart">
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${BOX.width} ${BOX.height}`} aria-hidden="true">
        {[0, top / 2, top].map((dollars) => (
          <g key={dollars}>
            <line class="grid" x1={BOX.left} x2={BOX.right} y1={y(dollars)} y2={y(dollars)} />
            <text x={BOX.left - 8} y={y(dollars) + 4} text-anchor="end">
              {shortDollars(dollars)}
            </text>
          </g>
        ))}
        {[from, to].map((value) => (
          <text key={value} x={x(value)} y={BOX.bottom + 18} text-anchor={value === from ? "start" : "end"}>
            {shortCount(value)}
          </text>
        ))}
        <text x={(BOX.left + BOX.right) / 2} y={BOX.bottom + 36} text-anchor="middle">
          {axis}
        </text>
        <polyline class="curve" points={points.map(spot).join(" ")} />
        <line class="now" x1={x(current.x)} x2={x(current.x)} y1={y(approximately(current.total))} y2={BOX.bottom} />
        <circle class="now" cx={x(current.x)} cy={y(approximately(current.total))} r="5" />
        <text
          class="now"
          x={x(current.x) + (isLate ? -9 : 9)}
          y={Math.max(BOX.top + 12, y(approximately(current.total)) - 8)}
          text-anchor={isLate ? "end" : "start"}
        >
          {centsText(current.total)}
        </text>
      </svg>
      <details>
        <summary>표로 보기</summary>
        <table>
          <caption class="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{axis}</th>
              <th scope="col">한 달 요금</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">지금: {now}</th>
              <td>{centsText(current.total)}</td>
            </tr>
            {points
              .filter((_, index) => index % 4 === 0)
              .map((point) => (
                <tr key={point.x}>
                  <th scope="row">{`${point.x.toLocaleString("ko-KR")}${unit}`}</th>
                  <td>{centsText(point.total)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
