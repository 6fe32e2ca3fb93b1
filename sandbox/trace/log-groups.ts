/** CloudWatch Logs after a run as the console lists it: log groups, each with the log streams of its environments. */
import type { Trace } from "./events.ts";
import { type LogStream, logStreams } from "./log-streams.ts";

export interface LogGroup {
  readonly logGroup: string;
  /** In the order in which their environments were created. */
  readonly streams: readonly LogStream[];
}

/** In the order in which they were first written to. */
export function logGroups(trace: Trace): readonly LogGroup[] {
  const groups = new Map<string, LogStream[]>();
  for (const stream of logStreams(trace)) {
    const streams = groups.get(stream.logGroup);
    if (streams === undefined) groups.set(stream.logGroup, [stream]);
    else streams.push(stream);
  }
  return [...groups].map(([logGroup, streams]) => ({ logGroup, streams }));
}
