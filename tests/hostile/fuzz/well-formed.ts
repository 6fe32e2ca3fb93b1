/** What holds for every trace, whatever the code did: each breach is a sentence. */
import type { Trace, TraceEvent } from "../../../sandbox/trace/events.ts";

export function breaches(trace: Trace): readonly string[] {
  return [...timesIn(trace), ...answersIn(trace), ...invocationsIn(trace), ...logsIn(trace)];
}

function timesIn({ startsAt, endsAt, events }: Trace): string[] {
  const found: string[] = [];
  let last = startsAt;
  for (const event of events) {
    if (!Number.isFinite(event.at)) found.push(`${event.type} happened at ${event.at}`);
    if (event.at < last) found.push(`${event.type} at ${event.at} comes after ${last}`);
    last = event.at;
  }
  if (!(endsAt >= startsAt)) found.push(`the trace ends at ${endsAt}, before ${startsAt}`);
  return found;
}

function answersIn({ events }: Trace): string[] {
  const found: string[] = [];
  for (const request of ofType(events, "invocation-requested")) {
    const answers = ofType(events, "invocation-responded").filter(({ requestId }) => requestId === request.requestId);
    if (answers.length !== 1) found.push(`request ${request.requestId} has ${answers.length} answers`);
    for (const { StatusCode, Payload } of answers) {
      if (![200, 400, 413, 429].includes(StatusCode)) found.push(`an answer has status ${StatusCode}`);
      if (!isJson(Payload)) found.push(`an answer's payload is not JSON: ${Payload.slice(0, 100)}`);
    }
  }
  return found;
}

function invocationsIn({ events }: Trace): string[] {
  const found: string[] = [];
  const started = ofType(events, "invoke-started");
  const ended = ofType(events, "invoke-ended");
  if (started.length !== ended.length) found.push(`${started.length} invocations started, ${ended.length} ended`);
  for (const { requestId, duration, billedDuration, maxMemoryUsedMB, memorySizeMB, status, errorType } of ended) {
    if (!(duration >= 0)) found.push(`${requestId} lasted ${duration} ms`);
    if (!Number.isInteger(billedDuration) || billedDuration < hundredths(duration))
      found.push(`${requestId} lasted ${duration} ms and is billed ${billedDuration}`);
    if (!(maxMemoryUsedMB > 0 && maxMemoryUsedMB <= memorySizeMB)) found.push(`${requestId} used ${maxMemoryUsedMB} of ${memorySizeMB} MB`);
    if ((status === "error") !== (errorType !== undefined)) found.push(`${requestId} ended as ${status} with ${errorType}`);
  }
  return found;
}

/** As REPORT shows it; what is billed is rounded up from that. */
const hundredths = (duration: number) => Math.round(duration * 100) / 100;

function logsIn({ events }: Trace): string[] {
  return ofType(events, "log")
    .filter(({ message }) => typeof message !== "string" || message.length > 1_048_576)
    .map(({ message }) => `a log event is ${typeof message}`);
}

const ofType = <T extends TraceEvent["type"]>(events: readonly TraceEvent[], type: T) =>
  events.filter((event): event is Extract<TraceEvent, { type: T }> => event.type === type);

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    // The parser's only way to say no.
    return false;
  }
}
