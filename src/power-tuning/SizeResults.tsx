/** What every memory size came to: duration against cost, as a drawing and as a table. Also printed by the build, without scripts. */

import { approximately, centsText } from "../../sandbox/index.ts";
import { MEMORY_OF_ONE_VCPU } from "../../sandbox/lambda/quotas.ts";
import { roundEnd, shortCount, shortDollars } from "../calculator/chart-scale.ts";
import { bestOf, type SizeResult } from "./sizes.ts";

const BOX = { width: 340, height: 200, left: 44, right: 296, top: 16, bottom: 150 };

export function SizeResults({ results }: { readonly results: readonly SizeResult[] }) {
  const { cheapest, fastest } = bestOf(results);
  return (
    <>
      <Drawing results={results} cheapest={cheapest} fastest={fastest} />
      <table class="size-table">
        <caption class="visually-hidden">메모리마다 실행 시간과 요금</caption>
        <thead>
          <tr>
            <th scope="col">메모리</th>
            <th scope="col">실행 시간</th>
            <th scope="col">100만 건의 요금</th>
            <th scope="col">표시</th>
          </tr>
        </thead>
        <tbody>
          {results.map(({ memoryMB, measured }) => (
            <tr key={memoryMB}>
              <th scope="row">{memoryMB.toLocaleString("ko-KR")}MB</th>
              <td>{measured === undefined ? "끝내지 못함" : `${measured.durationMs.toLocaleString("ko-KR")}ms`}</td>
              <td>{measured === undefined ? "" : centsText(measured.cost)}</td>
              <td>{[memoryMB === cheapest && "가장 쌈", memoryMB === fastest && "가장 빠름"].filter(Boolean).join(", ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="note">
        웜 스타트 두 번의 평균입니다. 요금은 서울 리전, x86_64, 한 달 100만 건이고 무료 한도를 빼지 않은 값입니다. 시뮬레이터에서도 CPU는
        Lambda처럼 메모리에 비례합니다. 계산하는 시간은 {MEMORY_OF_ONE_VCPU.toLocaleString("ko-KR")}MB까지 메모리를 늘린 만큼 줄고, 기다리는
        시간은 그대로입니다. 시뮬레이터의 핸들러는 스레드 하나로만 돌고, 네트워크 속도는 메모리에 따라 달라지지 않습니다. 실제 함수의
        메모리는 실제 AWS에서 재어 정하세요.
      </p>
    </>
  );
}

interface DrawingProps {
  readonly results: readonly SizeResult[];
  readonly cheapest: number | undefined;
  readonly fastest: number | undefined;
}

function Drawing({ results, cheapest, fastest }: DrawingProps) {
  const measured = results.flatMap(({ memoryMB, measured }, index) => {
    return measured === undefined ? [] : [{ memoryMB, index, ms: measured.durationMs, dollars: approximately(measured.cost) }];
  });
  if (measured.length === 0) return <p>어느 메모리에서도 끝까지 실행하지 못했습니다. 실습에서 코드를 먼저 고치세요.</p>;
  const [mostMs, mostDollars] = [
    roundEnd(Math.max(...measured.map(({ ms }) => ms))),
    roundEnd(Math.max(...measured.map(({ dollars }) => dollars))),
  ];
  const x = (index: number) => BOX.left + (index / Math.max(1, results.length - 1)) * (BOX.right - BOX.left);
  const y = (share: number) => BOX.bottom - share * (BOX.bottom - BOX.top);
  const line = (of: (point: (typeof measured)[number]) => number) =>
    measured.map((point) => `${x(point.index).toFixed(1)},${y(of(point)).toFixed(1)}`).join(" ");
  return (
    <figure class="sizes">
      <figcaption>
        <span class="duration">실행 시간(ms)</span> <span class="cost">100만 건의 요금</span>
      </figcaption>
      <svg viewBox={`0 0 ${BOX.width} ${BOX.height}`} aria-hidden="true">
        {[0, 0.5, 1].map((share) => (
          <g key={share}>
            <line class="grid" x1={BOX.left} x2={BOX.right} y1={y(share)} y2={y(share)} />
            <text x={BOX.left - 6} y={y(share) + 4} text-anchor="end">
              {shortCount(mostMs * share)}
            </text>
            <text x={BOX.right + 6} y={y(share) + 4}>
              {shortDollars(mostDollars * share)}
            </text>
          </g>
        ))}
        {results.map(({ memoryMB }, index) => (
          <text key={memoryMB} x={x(index)} y={BOX.bottom + (index % 2 === 0 ? 18 : 33)} text-anchor="middle">
            {memoryMB.toLocaleString("ko-KR")}
          </text>
        ))}
        <text x={(BOX.left + BOX.right) / 2} y={BOX.bottom + 48} text-anchor="middle">
          메모리(MB)
        </text>
        <polyline class="duration" points={line(({ ms }) => ms / mostMs)} />
        <polyline class="cost" points={line(({ dollars }) => dollars / mostDollars)} />
        {measured.map(({ memoryMB, index, ms, dollars }) => (
          <g key={memoryMB}>
            {memoryMB === fastest && <circle class="duration" cx={x(index)} cy={y(ms / mostMs)} r="5.5" />}
            {memoryMB === cheapest && <circle class="cost" cx={x(index)} cy={y(dollars / mostDollars)} r="5.5" />}
          </g>
        ))}
      </svg>
    </figure>
  );
}
