/**
 * The metadata in front of a streamed answer (awslambda.HttpResponseStream.from): JSON, eight zero bytes, then the body. The content
 * type says that it is there.
 */
import type { HeaderLine } from "../events/http-request.ts";
import { headerLines, isObject, jsonValue, statusCode } from "./proxy-response.ts";

export const WITH_METADATA = "application/vnd.awslambda.http-integration-response";

export interface Metadata {
  readonly status: number;
  readonly headers: readonly HeaderLine[];
  readonly cookies: unknown;
  /** Bytes of the metadata with the zero bytes behind them. */
  readonly bytes: number;
  readonly body: string;
}

const END = "\0".repeat(8);

/** Undefined where the text has no whole metadata, or one that is none. */
export function metadataOf(text: string): Metadata | undefined {
  const end = text.indexOf(END);
  const value = end < 0 ? undefined : jsonValue(text.slice(0, end))?.value;
  if (!isObject(value)) return undefined;
  const status = statusCode(value.statusCode ?? 200);
  const headers = headerLines(value.headers);
  if (status === undefined || headers === undefined) return undefined;
  const bytes = new TextEncoder().encode(text.slice(0, end)).length + END.length;
  return { status, headers, cookies: value.cookies, bytes, body: text.slice(end + END.length) };
}

/** The pieces of the body alone: the metadata's bytes are taken from the first ones. */
export function withoutMetadata<Piece extends { readonly bytes: number }>(pieces: readonly Piece[], bytes: number): Piece[] {
  let left = bytes;
  return pieces.flatMap((piece) => {
    const taken = Math.min(left, piece.bytes);
    left -= taken;
    return taken === piece.bytes ? [] : [{ ...piece, bytes: piece.bytes - taken }];
  });
}
