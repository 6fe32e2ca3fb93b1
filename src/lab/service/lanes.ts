/** What stands around the execution environments on the time axis, as lanes of marks with words: a fold over the trace. */
import { counted } from "../../../sandbox/exercise/korean-numbers.ts";
import { type Instant, type TimelineRow, type Trace, timelineRows } from "../../../sandbox/index.ts";
import { MOST_LANES } from "../environment-table.ts";
import { thinned, thinnedText } from "../thinned.ts";
import { frontEndName, requestLine } from "./http-words.ts";
import { CONDITION_NAMES, DISCARD_NAMES, sourceName } from "./words.ts";

export interface ServiceLane {
  readonly key: string;
  readonly name: string;
  /** The lane in words. */
  readonly told: string;
  readonly marks: readonly Mark[];
  /** Absent where the marks show everything. */
  readonly drawn?: string;
  /** All of it. */
  readonly row: TimelineRow;
}

/** When something happens in them. */
export const instantsIn = (lanes: readonly ServiceLane[]): readonly Instant[] =>
  lanes.flatMap(({ marks }) => marks.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to])));

export interface Mark {
  readonly kind: "http" | "http failed" | "wait" | "level" | "batch" | "batch failed" | "sent" | "discarded" | "throttle";
  readonly from: Instant;
  /** Absent: a sign at an instant. */
  readonly to?: Instant;
  readonly title: string;
  /** Of a level, 0 to 1. */
  readonly height?: number;
}

/** Empty for a trace in which functions were only called. */
export function serviceLanes(trace: Trace): readonly ServiceLane[] {
  return timelineRows(trace).flatMap((row) => {
    const lane = laneOf(row, trace.endsAt);
    if (lane === undefined) return [];
    const marks = thinned(lane.marks, MOST_MARKS);
    const drawn = thinnedText(marks.length, lane.marks.length) ?? lane.drawn;
    return [{ row, ...lane, marks, ...(drawn !== undefined && { drawn }) }];
  });
}

type Lane = Omit<ServiceLane, "row"> & Partial<Pick<ServiceLane, "row">>;

function laneOf(row: TimelineRow, end: Instant): Lane | undefined {
  switch (row.kind) {
    // The environments' own lanes show these.
    case "requests":
      return undefined;
    case "front end": {
      const failed = row.requests.filter(({ status = 0 }) => status >= 400).length;
      const told = `요청 ${counted(row.requests.length, "번")}${failed > 0 ? `, 그 가운데 오류로 답한 것 ${counted(failed, "번")}` : ""}`;
      const marks = row.requests.map(
        ({ from, to, status, ...asked }): Mark => ({
          kind: (status ?? 500) >= 400 ? "http failed" : "http",
          from,
          to,
          title: `${requestLine(asked)}: ${status ?? "답 없음"}`,
        }),
      );
      return { key: `http ${row.name}`, name: `HTTP ${frontEndName(row.name)}`, told, marks };
    }
    case "internal queue":
      return internalQueue(row);
    case "queue":
      return queue(row, end);
    case "mapping": {
      const failed = row.batches.filter(({ outcome }) => outcome !== "success" && outcome !== undefined).length;
      const records = row.batches.reduce((sum, batch) => sum + batch.records, 0);
      const gone = row.discarded.reduce((sum, one) => sum + one.records, 0);
      return {
        key: `mapping ${row.mapping} ${row.shard ?? ""}`,
        name: `매핑 ${sourceName(row.EventSourceArn)}${shardName(row.shard)}`,
        told: [
          `배치 ${counted(row.batches.length, "개")}에 레코드 ${counted(records, "개")}`,
          failed > 0 ? `다 처리하지 못한 배치 ${counted(failed, "개")}` : "",
          gone > 0 ? `버린 레코드 ${counted(gone, "개")}` : "",
        ]
          .filter((part) => part !== "")
          .join(", "),
        marks: [
          ...row.batches.map(
            ({ from, to, outcome, records: size, attempt }): Mark => ({
              kind: outcome === "success" || outcome === undefined ? "batch" : "batch failed",
              from,
              to,
              title: `레코드 ${counted(size, "개")}, ${attempt}번째 시도`,
            }),
          ),
          ...row.discarded.map(({ at, why }): Mark => ({ kind: "discarded", from: at, title: DISCARD_NAMES[why] })),
        ],
      };
    }
    case "deliveries":
      return {
        key: `to ${row.to}`,
        name: `보낸 곳 ${sourceName(row.to)}`,
        told: `${counted(row.deliveries.length, "번")} 보냄`,
        marks: row.deliveries.map(({ at, as }) => ({
          kind: "sent",
          from: at,
          title: as === "dead letter" ? "DLQ로 보냄" : "대상으로 보냄",
        })),
      };
    case "throttles": {
      const others = row.throttles.filter(({ source }) => source !== "caller");
      if (others.length === 0) return undefined;
      const marks = others.map(({ at, Reason }): Mark => ({ kind: "throttle", from: at, title: Reason }));
      const told = `큐와 매핑의 스로틀링 ${counted(others.length, "번")}`;
      return { key: `throttled ${row.FunctionName}`, name: "429", told, marks, row: { ...row, throttles: others } };
    }
    case "concurrency": {
      // So few are drawn one by one.
      if (row.most <= MOST_LANES) return undefined;
      return {
        key: `many ${row.FunctionName}`,
        name: `${row.FunctionName} 환경`,
        told: `동시에 많게는 ${row.most.toLocaleString("ko-KR")}개`,
        ...levels(row.counts, row.most, end, (count) => `동시 실행 ${count.toLocaleString("ko-KR")}`, "batch"),
      };
    }
  }
}

function internalQueue({ FunctionName, waiting, settled }: Extract<TimelineRow, { kind: "internal queue" }>): Lane {
  const retries = waiting.filter(({ why }) => why === "function error").length;
  const throttled = waiting.filter(({ why }) => why === "throttled").length;
  const ends = [...new Set(settled.map(({ condition }) => condition))].map(
    (condition) => `${CONDITION_NAMES[condition]} ${counted(settled.filter((one) => one.condition === condition).length, "개")}`,
  );
  return {
    key: `internal ${FunctionName}`,
    name: `${FunctionName} 내부 큐`,
    told: [
      retries > 0 ? `재시도 ${counted(retries, "번")}` : "",
      throttled > 0 ? `스로틀링으로 미룬 것 ${counted(throttled, "번")}` : "",
      ...ends,
    ]
      .filter((part) => part !== "")
      .join(", "),
    marks: waiting.map(({ from, to, why }) => ({
      kind: "wait",
      from,
      to,
      title: why === "first attempt" ? "첫 실행을 기다림" : why === "throttled" ? "자리가 나기를 기다림" : "재시도를 기다림",
    })),
  };
}

function queue({ name, visible, moved, left }: Extract<TimelineRow, { kind: "queue" }>, end: Instant): Lane {
  const waiting = visible.reduce((most, { count }) => Math.max(most, count), 0);
  return {
    key: `queue ${name}`,
    name: `큐 ${name}`,
    told: [
      waiting > 0 ? `기다린 메시지 많을 때 ${counted(waiting, "개")}` : "",
      moved.length > 0 ? `DLQ로 옮긴 메시지 ${counted(moved.length, "개")}` : "",
      left.length > 0 ? `지금 남은 메시지 ${counted(left.length, "개")}` : "지금은 비어 있음",
    ]
      .filter((part) => part !== "")
      .join(", "),
    ...levels(visible, Math.max(1, waiting), end, (count) => `메시지 ${count.toLocaleString("ko-KR")}개`, "level"),
  };
}

/** A bar for each stretch in which the number is the same. Thousands of steps are drawn as the greatest of each small stretch. */
function levels(
  steps: readonly { readonly at: Instant; readonly count: number }[],
  most: number,
  end: Instant,
  title: (count: number) => string,
  kind: "level" | "batch",
): Pick<Lane, "marks" | "drawn"> {
  const each = Math.max(1, Math.ceil(steps.length / MOST_MARKS));
  const kept: { at: Instant; count: number }[] = [];
  for (let index = 0; index < steps.length; index += each) {
    const part = steps.slice(index, index + each);
    const [first] = part;
    if (first !== undefined) kept.push({ at: first.at, count: Math.max(...part.map(({ count }) => count)) });
  }
  const marks = kept.flatMap(({ at, count }, index): Mark[] => {
    const to = kept[index + 1]?.at ?? end;
    // What has come at the very end is a mark of no length.
    return count === 0 || (to <= at && at < end) ? [] : [{ kind, from: at, to, height: count / most, title: title(count) }];
  });
  if (each === 1) return { marks };
  return { marks, drawn: `수가 ${counted(steps.length, "번")} 바뀌어 ${counted(each, "번")}씩 묶고 가장 큰 수를 그렸습니다.` };
}

/** Kinesis numbers its shards; what DynamoDB calls its own says nothing. */
function shardName(shard: string | undefined): string {
  const number = /^shardId-(\d{12})$/.exec(shard ?? "")?.[1];
  return number === undefined ? "" : ` 샤드 ${Number(number)}`;
}

/** More marks than this lie on top of each other, and make a page slow. */
const MOST_MARKS = 400;
