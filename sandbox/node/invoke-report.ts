/** What `invoke` prints for people: each invocation's result and log, then the environments and what was used. */

import { thousands } from "../thousands.ts";
import { type EnvironmentRow, environmentRows } from "../trace/environment-rows.ts";
import type { InvokeEnded, Simplified, Trace } from "../trace/events.ts";
import { type InvocationRecord, invocationRecords } from "../trace/invocations.ts";
import { type ReceivedStream, receivedStreams } from "../trace/received-stream.ts";
import { gigabyteSeconds, usageByFunction } from "../trace/usage.ts";
import { durationText } from "./duration.ts";
import { table } from "./table.ts";

export function invokeReport(trace: Trace): string {
  const records = invocationRecords(trace);
  const streams = receivedStreams(trace);
  const reports = new Map<string, InvokeEnded>();
  for (const event of trace.events) if (event.type === "invoke-ended") reports.set(event.requestId, event);
  const invocations = records.map((record, index) =>
    [
      `호출 ${index + 1}/${records.length} · ${heading(record)}`,
      answer(record, reports.get(record.requestId), streams.get(record.requestId)),
      ...logs(record),
    ].join("\n"),
  );
  return [...invocations, environments(trace), usage(trace)].join("\n\n");
}

/** Short cuts that AWS does not take, a sentence each. */
export function simplifications(trace: Trace): readonly string[] {
  return trace.events.filter((event) => event.type === "simplified").map(simplification);
}

function heading({ environment, coldStart, requestId }: InvocationRecord): string {
  if (environment === null) return `환경 없음 · ${requestId}`;
  return `환경 ${environment} · ${coldStart ? "콜드 스타트" : "웜 스타트"} · ${requestId}`;
}

function answer(record: InvocationRecord, report: InvokeEnded | undefined, stream: ReceivedStream | undefined): string {
  return stream === undefined ? result(record, report) : streamed(record, report, stream);
}

/** Each piece with the time since the request; a control character is shown by its symbol. */
function streamed({ statusCode, functionError }: InvocationRecord, report: InvokeEnded | undefined, stream: ReceivedStream): string {
  const status = `결과 ${statusCode ?? "없음"} · 스트리밍(${stream.contentType})`;
  const explained = functionError === null ? undefined : (explanation(statusCode, undefined, report) ?? "스트림이 오류로 끝났습니다.");
  const pieces = stream.pieces.map(
    ({ after, bytes, text }) => `  ${durationText(after)} 뒤 ${thousands(bytes)}바이트  ${JSON.stringify(text)}`,
  );
  const ending = `  ${durationText(stream.endedAfter)} 뒤 끝(InvokeComplete)${stream.error === undefined ? "" : `  ${stream.error}`}`;
  return [explained === undefined ? status : `${status} · ${explained}`, ...pieces, ending].join("\n");
}

function result({ statusCode, functionError, payload }: InvocationRecord, report: InvokeEnded | undefined): string {
  const status = `결과 ${statusCode ?? "없음"}${functionError === null ? "" : ` · 함수 오류(${functionError})`}`;
  const explained = explanation(statusCode, payload, report);
  const text = typeof payload === "string" ? JSON.stringify(payload) : JSON.stringify(payload, null, 2);
  return [explained === undefined ? status : `${status} · ${explained}`, text].join("\n");
}

function explanation(statusCode: number | null, payload: unknown, report: InvokeEnded | undefined): string | undefined {
  if (statusCode === 429) return "스로틀링. 동시성 한도에 닿아 429로 거절됐습니다.";
  if (report?.status === "timeout") return `타임아웃. 설정한 ${durationText(report.duration)} 안에 끝나지 않았습니다.`;
  if (report?.errorType === "Runtime.OutOfMemory") return `메모리 부족. ${thousands(report.memorySizeMB)}MB를 다 써서 환경이 종료됐습니다.`;
  if (report?.status === "success" && payload === null) return "핸들러가 값을 반환하지 않았습니다.";
  return undefined;
}

function logs({ logs: messages }: InvocationRecord): string[] {
  if (messages.length === 0) return [];
  return ["로그", ...messages.map((message) => message.replace(/^/gm, "  ").trimEnd())];
}

function environments(trace: Trace): string {
  const rows = environmentRows(trace);
  if (rows.length === 0) return "실행 환경: 없음";
  const since = (at: number) => (at === trace.startsAt ? "0ms" : durationText(at - trace.startsAt));
  return table([
    ["실행 환경", "만든 때", "초기화", "호출", "리셋", "상태"],
    ...rows.map((row) => [
      row.environment,
      since(row.createdAt),
      initialization(row),
      `${row.segments.filter((segment) => segment.kind === "invoke").length}회`,
      `${row.resets.length}회`,
      row.end === undefined ? "대기 중" : `${since(row.end.at)}에 종료(${ENDINGS[row.end.why]})`,
    ]),
  ]);
}

const ENDINGS = { idle: "유휴", age: "수명", "new version": "새 버전" } as const;

function initialization({ segments }: EnvironmentRow): string {
  const parts = segments.filter((segment) => segment.kind === "init").filter(({ part }) => part !== "environment");
  if (parts.some(({ failed }) => failed !== undefined)) return "실패";
  return durationText(parts.reduce((sum, { from, to }) => sum + to - from, 0));
}

function usage(trace: Trace): string {
  const lines = usageByFunction(trace).map(
    (used) =>
      `요청 ${thousands(used.requests)}회, 청구 시간 ${durationText(used.billedDuration)}, ${gigabyteSeconds(used).toFixed(6)}GB-초, ` +
      `로그 ${thousands(used.logEvents)}줄(${thousands(used.logBytes)}바이트)`,
  );
  return `사용량: ${lines.join("; ") || "없음"}`;
}

function simplification({ what, amount }: Simplified): string {
  switch (what) {
    case "work budget":
      return "실제 AWS와 다름: 코드가 일을 너무 많이 해서 시계를 마감 시각으로 옮겼습니다.";
    case "log volume":
      return `실제 AWS와 다름: 로그가 너무 많아 ${thousands(amount)}줄을 잘랐습니다.`;
    case "network events":
      return "실제 AWS와 다름: HTTP 요청이 너무 많아 그 뒤의 요청은 기록하지 않습니다.";
    case "streamed text":
      return `실제 AWS와 다름: 스트리밍한 응답이 길어 ${thousands(amount)}바이트는 보여 주지 않습니다.`;
    case "locale":
      return "실제 AWS와 다름: 한국어와 미국 영어가 아닌 로캘을 미국 영어(en-US)로 표시했습니다.";
    case "time zone":
      return "실제 AWS와 다름: 시뮬레이터에 없는 시간대를 UTC로 표시했습니다.";
  }
}
