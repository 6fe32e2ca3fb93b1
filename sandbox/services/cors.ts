/**
 * CORS of a function URL: developer guide, "Creating and managing Lambda function URLs" (2026). A preflight is answered without the
 * function; to other answers the configured headers are added, beside those of the function, so that one that both send is there
 * twice.
 */
import type { HeaderLine, HttpRequest } from "../events/http-request.ts";

export interface Cors {
  readonly AllowCredentials?: boolean;
  readonly AllowHeaders?: readonly string[];
  readonly AllowMethods?: readonly string[];
  readonly AllowOrigins?: readonly string[];
  readonly ExposeHeaders?: readonly string[];
  readonly MaxAge?: number;
}

/** A browser asks beforehand (Fetch standard, "CORS-preflight fetch"). */
export function isPreflight({ method, headers }: HttpRequest): boolean {
  return method === "OPTIONS" && headers.has("origin") && headers.has("access-control-request-method");
}

/** None where the origin is not allowed: the browser then keeps the answer from the script. [INF] in their order. */
export function preflightHeaders(cors: Cors, request: HttpRequest): HeaderLine[] {
  const origin = allowedOrigin(cors, request);
  if (origin === undefined) return [];
  return [
    ["Access-Control-Allow-Origin", origin],
    ...listed("Access-Control-Allow-Methods", cors.AllowMethods),
    ...listed("Access-Control-Allow-Headers", cors.AllowHeaders),
    ...(cors.MaxAge === undefined ? [] : [["Access-Control-Max-Age", String(cors.MaxAge)] as const]),
    ...shared(cors, origin),
  ];
}

/** Of an answer to any other request. */
export function corsHeaders(cors: Cors, request: HttpRequest): HeaderLine[] {
  const origin = allowedOrigin(cors, request);
  if (origin === undefined) return [];
  return [["Access-Control-Allow-Origin", origin], ...listed("Access-Control-Expose-Headers", cors.ExposeHeaders), ...shared(cors, origin)];
}

function allowedOrigin({ AllowOrigins = [] }: Cors, { headers }: HttpRequest): string | undefined {
  const origin = headers.get("origin");
  if (origin === undefined) return undefined;
  if (AllowOrigins.includes("*")) return "*";
  return AllowOrigins.includes(origin) ? origin : undefined;
}

function shared({ AllowCredentials }: Cors, origin: string): HeaderLine[] {
  return [
    ...(AllowCredentials ? [["Access-Control-Allow-Credentials", "true"] as const] : []),
    ...(origin === "*" ? [] : [["Vary", "Origin"] as const]),
  ];
}

const listed = (name: string, values: readonly string[] | undefined): HeaderLine[] =>
  values === undefined || values.length === 0 ? [] : [[name, values.join(",")]];
