/** Requests that come through a front end, and its answers. A part of the trace (events.ts). */
import type { Instant } from "../time/instant.ts";

export interface FrontEndRequested {
  readonly type: "front-end-requested";
  readonly at: Instant;
  /** Tells the requests apart: 1, 2, … */
  readonly exchange: number;
  readonly frontEnd: string;
  readonly stimulus: number;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface FrontEndResponded {
  readonly type: "front-end-responded";
  readonly at: Instant;
  readonly exchange: number;
  readonly frontEnd: string;
  /** Absent where no function was asked: a preflight, a 403, an unknown route. */
  readonly requestId?: string;
  readonly status: number;
  readonly statusText: string;
  /** In the order in which they are sent; several of one name are several. */
  readonly headers: readonly (readonly [string, string])[];
  /** As text; base64 where `isBase64Encoded`. */
  readonly body: string;
  readonly isBase64Encoded?: true;
  /** The function failed after the first piece: the connection was closed in the middle of the body. */
  readonly cut?: true;
  /** Streamed: bytes and instants of the pieces. */
  readonly pieces?: readonly { readonly at: Instant; readonly bytes: number }[];
}
