/** `awslambda` with a plain Writable in the place of Lambda's response stream. */
import { Writable } from "node:stream";
import type { Result } from "../case.ts";
import { describe, settled } from "./settled.ts";

export const STREAMING = Symbol.for("aws.lambda.runtime.handler.streaming");

class ResponseStream extends Writable {
  readonly chunks: Buffer[] = [];
  contentType = "application/octet-stream";

  setContentType(type: string): void {
    this.contentType = type;
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.chunks.push(chunk);
    done();
  }
}

Object.assign(globalThis, {
  awslambda: {
    streamifyResponse: (handler: object) => Object.assign(handler, { [STREAMING]: "response" }),
    HttpResponseStream: {
      from(stream: ResponseStream, prelude: unknown) {
        stream.setContentType("application/vnd.awslambda.http-integration-response");
        const write = stream.write.bind(stream) as (chunk: unknown) => boolean;
        let begun = false;
        const begin = () => {
          if (begun) return;
          begun = true;
          write(JSON.stringify(prelude));
          write("\0".repeat(8));
        };
        const end = stream.end.bind(stream) as (...args: unknown[]) => ResponseStream;
        return Object.assign(stream, {
          write: (...args: unknown[]) => {
            begin();
            return (write as (...args: unknown[]) => boolean)(...args);
          },
          end: (...args: unknown[]) => {
            begin();
            return end(...args);
          },
        });
      },
    },
  },
});

type Handler = (event: unknown, stream: ResponseStream, context: unknown) => unknown;

export async function runStreaming(handler: unknown, event: unknown, context: unknown): Promise<Result> {
  const stream = new ResponseStream();
  const failed = new Promise<unknown>((_, reject) => stream.on("error", reject));
  failed.catch(() => undefined);
  const outcome = await settled(async () => {
    const finished = new Promise((resolve) => stream.on("finish", resolve));
    await Promise.race([(handler as Handler)(event, stream, context), failed]);
    if (!stream.writableEnded) stream.end();
    await Promise.race([finished, failed]);
  });
  const payload = Buffer.concat(stream.chunks).toString();
  return "error" in outcome ? { ...describe(outcome.error), payload } : { payload, contentType: stream.contentType };
}
