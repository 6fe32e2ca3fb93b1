import { expect, test } from "vitest";
import { receivedStreams } from "../../../sandbox/trace/received-stream.ts";
import { invoke, responses, run } from "../../harness.ts";

const STREAM = `export const handler = awslambda.streamifyResponse(async (event, responseStream) => {
  for (let i = 0; i < event.pieces; i += 1) { responseStream.write(event.text); await new Promise(setImmediate); }
  if (event.fails) throw new Error("mid-stream");
  responseStream.end();
});`;
const asStream = (event: object) => invoke(event, { api: "InvokeWithResponseStream" });

test("a stream's pieces come in order, each after the one before, the first after the cold start", () => {
  const trace = run(STREAM, { MemorySize: 1769 }, [asStream({ pieces: 3, text: "가" })]);
  const [stream] = [...receivedStreams(trace).values()];
  expect(stream?.pieces.map(({ bytes, text }) => [bytes, text])).toEqual([
    [3, "가"],
    [3, "가"],
    [3, "가"],
  ]);
  const times = stream?.pieces.map(({ after }) => after) ?? [];
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(times[0]).toBeGreaterThan(200);
  expect(stream?.endedAfter).toBeGreaterThanOrEqual(times.at(-1) ?? Number.POSITIVE_INFINITY);
});

test("an error is told with its details, and plain invocations have no stream", () => {
  const trace = run(STREAM, {}, [asStream({ pieces: 1, text: "a", fails: true }), invoke({ pieces: 1, text: "a" })]);
  const streams = [...receivedStreams(trace).values()];
  expect(streams).toHaveLength(1);
  expect(JSON.parse(streams[0]?.error ?? "{}")).toMatchObject({ errorType: "Error", errorMessage: "mid-stream" });
});

test("a character that two pieces share is whole in the second", () => {
  const code = STREAM.replace("responseStream.write(event.text)", 'responseStream.write(Buffer.from("가").subarray(i, i + 1))');
  const [stream] = [...receivedStreams(run(code, {}, [asStream({ pieces: 3 })])).values()];
  expect(stream?.pieces.map(({ text }) => text)).toEqual(["", "", "가"]);
});

test("of a long stream 1,000 pieces and 256 KB of text are kept, the rest is counted, and the trace says so", () => {
  const trace = run(STREAM, { MemorySize: 1769, Timeout: 30 }, [asStream({ pieces: 1_500, text: "x".repeat(1_000) })]);
  const [stream] = [...receivedStreams(trace).values()];
  expect(stream?.pieces).toHaveLength(1_000);
  expect(stream?.pieces.map(({ text }) => text).join("")).toHaveLength(262_144);
  expect(responses(trace)[0]?.streamedBytes).toBe(1_500_000);
  expect(trace.events.filter(({ type }) => type === "simplified")).toMatchObject([{ what: "streamed text", amount: 1_500_000 - 262_144 }]);
});
