/** What a front end sends back to its client, and what Lambda told it. */
import type { HeaderLine } from "../events/http-request.ts";
import { STATUS_TEXT } from "../network/status-text.ts";
import type { Instant } from "../time/instant.ts";

export interface HttpAnswer {
  readonly status: number;
  readonly statusText: string;
  /** In the order in which they are sent; several of one name are several. */
  readonly headers: readonly HeaderLine[];
  /** As text; base64 where `isBase64Encoded`. */
  readonly body: string;
  readonly isBase64Encoded?: true;
}

/** What became of the invocation, as the front end hears of it. */
export type FunctionAnswer = { readonly requestId: string; readonly traceHeader?: string } & (
  | {
      readonly how: "answered";
      /** JSON text; of a streaming handler, what it wrote. */
      readonly payload: string;
      /** Of a streaming handler. */
      readonly contentType?: string;
    }
  /** A function error: thrown, timed out, crashed. */
  | { readonly how: "failed" }
  /** Lambda's API refused: throttled, too large, no such function. `body` is its JSON text. */
  | { readonly how: "rejected"; readonly status: number; readonly errorCode: string; readonly body: string }
);

export interface AnswerParts {
  readonly at: Instant;
  readonly status: number;
  readonly statusText?: string;
  /** Where the headers name none. */
  readonly contentType: string;
  /** In front of Content-Type. */
  readonly first?: readonly HeaderLine[];
  readonly headers?: readonly HeaderLine[];
  readonly body: string;
  readonly isBase64Encoded?: true | undefined;
}

/** Names are compared without regard to case, and a front end counts the body itself. */
export function httpAnswer({
  at,
  status,
  statusText,
  contentType,
  first = [],
  headers = [],
  body,
  isBase64Encoded,
}: AnswerParts): HttpAnswer {
  const own = headers.filter(([name]) => !/^(content-length|date|connection)$/i.test(name));
  const type = own.find(([name]) => name.toLowerCase() === "content-type");
  return {
    status,
    statusText: statusText ?? STATUS_TEXT[status] ?? "",
    headers: [
      ...first,
      ["Date", new Date(Math.floor(at)).toUTCString()],
      type ?? ["Content-Type", contentType],
      ["Content-Length", String(byteLength(body, isBase64Encoded))],
      ["Connection", "keep-alive"],
      ...own.filter((line) => line !== type),
    ],
    body,
    ...(isBase64Encoded && { isBase64Encoded }),
  };
}

/** Bytes on the wire. */
function byteLength(body: string, isBase64Encoded: true | undefined): number {
  if (!isBase64Encoded) return new TextEncoder().encode(body).length;
  return (body.length / 4) * 3 - (/=*$/.exec(body)?.[0].length ?? 0);
}

export function headerOf({ headers }: Pick<HttpAnswer, "headers">, name: string): string | undefined {
  return headers.find(([candidate]) => candidate.toLowerCase() === name.toLowerCase())?.[1];
}
