/** Items as DynamoDB's API writes them, `{"price": {"N": "1200"}}`, from the JSON that a reader writes, and their size. */
import { bytesOfBase64 } from "./base64.ts";

export type AttributeValue =
  | { readonly S: string }
  /** Text: DynamoDB's numbers have 38 digits. */
  | { readonly N: string }
  /** Base64. */
  | { readonly B: string }
  | { readonly SS: readonly string[] }
  | { readonly NS: readonly string[] }
  | { readonly BS: readonly string[] }
  | { readonly BOOL: boolean }
  | { readonly NULL: true }
  | { readonly L: readonly AttributeValue[] }
  | { readonly M: AttributeMap };

export type AttributeMap = { readonly [name: string]: AttributeValue };

export function attributeMap(json: Readonly<Record<string, unknown>>): AttributeMap {
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, attributeValue(value)]));
}

function attributeValue(value: unknown): AttributeValue {
  switch (typeof value) {
    case "string":
      return { S: value };
    case "number":
      return { N: String(value) };
    case "boolean":
      return { BOOL: value };
    default:
      if (value === null || typeof value !== "object") return { NULL: true };
      return Array.isArray(value) ? { L: value.map(attributeValue) } : { M: attributeMap({ ...value }) };
  }
}

/**
 * Bytes as DynamoDB counts them: amazondynamodb developerguide, "DynamoDB item sizes and formats". A number takes a byte for
 * two significant digits and one more, lists and maps three and one for each part.
 */
export function sizeOf(attributes: AttributeMap): number {
  return sum(Object.entries(attributes).map(([name, value]) => utf8Length(name) + sizeOfValue(value)));
}

function sizeOfValue(value: AttributeValue): number {
  if ("S" in value) return utf8Length(value.S);
  if ("N" in value) return sizeOfNumber(value.N);
  if ("B" in value) return sizeOfBinary(value.B);
  if ("SS" in value) return sum(value.SS.map(utf8Length));
  if ("NS" in value) return sum(value.NS.map(sizeOfNumber));
  if ("BS" in value) return sum(value.BS.map(sizeOfBinary));
  if ("L" in value) return 3 + sum(value.L.map((part) => 1 + sizeOfValue(part)));
  if ("M" in value) return 3 + Object.keys(value.M).length + sizeOf(value.M);
  return 1;
}

const sizeOfNumber = (number: string) => Math.ceil(significantDigits(number) / 2) + 1;

/** Its bytes, not its Base64. */
const sizeOfBinary = (text: string) => bytesOfBase64(text)?.length ?? 0;

function significantDigits(number: string): number {
  const [mantissa = ""] = number.replace(/[-+.]/g, "").split("e");
  return Math.max(1, mantissa.replace(/^0+|0+$/g, "").length);
}

const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0);

const utf8Length = (text: string) => new TextEncoder().encode(text).length;
