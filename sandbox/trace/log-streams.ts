/** What CloudWatch Logs holds after a run: a fold over the trace. */
import type { LogWritten, Trace } from "./events.ts";

/** The log of one execution environment. */
export interface LogStream {
  readonly logGroup: string;
  readonly logStream: string;
  readonly environment: string;
  /** In time order; what was written at the same instant, in the order in which it was written. */
  readonly events: readonly LogWritten[];
}

/** Streams in the order in which their environments were created. One without log events is there too. */
export function logStreams(trace: Trace): readonly LogStream[] {
  const streams = new Map<string, LogStream & { readonly events: LogWritten[] }>();
  for (const event of trace.events) {
    if (event.type === "environment-created") {
      const { environment, logGroup, logStream } = event;
      streams.set(environment, { logGroup, logStream, environment, events: [] });
    }
    if (event.type === "log") streamOf(streams, event).events.push(event);
  }
  return [...streams.values()].map((stream) => ({ ...stream, events: stream.events.toSorted((a, b) => a.at - b.at) }));
}

function streamOf<T>(streams: ReadonlyMap<string, T>, { environment }: LogWritten): T {
  const stream = streams.get(environment);
  if (stream === undefined) throw new Error(`logStreams: environment ${environment} writes a log before it was created`);
  return stream;
}
