/** The parts of a function's proxy response that front ends read alike: status, header values, body. */
import { bytesOfBase64 } from "../events/base64.ts";
import type { HeaderLine } from "../events/http-request.ts";

/** The JSON value that a function returned; undefined where its text is not JSON. */
export function jsonValue(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    // A streaming handler may write anything.
    return undefined;
  }
}

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject => typeof value === "object" && value !== null && !Array.isArray(value);

/** `201` and `"201"`; undefined for anything that is no status of HTTP. */
export function statusCode(value: unknown): number | undefined {
  const code = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
  return typeof code === "number" && Number.isInteger(code) && code >= 100 && code <= 599 ? code : undefined;
}

/** Lines of a `headers` map; undefined where one of its values is neither text, number nor boolean. */
export function headerLines(headers: unknown): HeaderLine[] | undefined {
  if (headers === undefined || headers === null) return [];
  if (!isObject(headers)) return undefined;
  const lines = Object.entries(headers).map(([name, value]) => [name, headerText(value)] as const);
  return lines.every((line): line is HeaderLine => line[1] !== undefined) ? lines : undefined;
}

/** Lines of a `multiValueHeaders` map; undefined where one of its values is not a list of such values. */
export function multiValueLines(headers: unknown): HeaderLine[] | undefined {
  if (headers === undefined || headers === null) return [];
  if (!isObject(headers)) return undefined;
  const lines: HeaderLine[] = [];
  for (const [name, values] of Object.entries(headers)) {
    if (!Array.isArray(values)) return undefined;
    for (const value of values) {
      const text = headerText(value);
      if (text === undefined) return undefined;
      lines.push([name, text]);
    }
  }
  return lines;
}

const headerText = (value: unknown) => (["string", "number", "boolean"].includes(typeof value) ? String(value) : undefined);

/** `multiValueHeaders` with the values of `headers` behind those of the same name, in the spelling of the former (recorded). */
export function mergedLines(multi: readonly HeaderLine[], single: readonly HeaderLine[]): HeaderLine[] {
  const spelling = new Map(multi.map(([name]) => [name.toLowerCase(), name]));
  const rest = single.filter(([name]) => !spelling.has(name.toLowerCase()));
  const added = single.flatMap(([name, value]): HeaderLine[] => {
    const written = spelling.get(name.toLowerCase());
    return written === undefined ? [] : [[written, value]];
  });
  return [...rest, ...inGroups([...multi, ...added])];
}

/** Lines of one name side by side, in the order in which the names come first. */
function inGroups(lines: readonly HeaderLine[]): HeaderLine[] {
  return [...Map.groupBy(lines, ([name]) => name.toLowerCase()).values()].flat();
}

export interface Body {
  readonly body: string;
  readonly isBase64Encoded?: true;
}

/** Undefined where there is a body that is no text. */
export const bodyText = (body: unknown): string | undefined =>
  body === undefined || body === null ? "" : typeof body === "string" ? body : undefined;

/** Undefined where the text is no Base64. Bytes that are UTF-8 are told as text. */
export function decodedBody(text: string): Body | undefined {
  const bytes = bytesOfBase64(text);
  if (bytes === undefined) return undefined;
  try {
    return { body: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    // Bytes of an image, say.
    return { body: text, isBase64Encoded: true };
  }
}
