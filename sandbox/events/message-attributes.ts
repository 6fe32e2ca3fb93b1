/**
 * SQS message attributes as Lambda hands them over, and their digest as SQS computes it: AWSSimpleQueueService devguide,
 * "Calculating the MD5 message digest for message attributes".
 */
import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { base64, bytesOfBase64 } from "./base64.ts";
import { md5 } from "./digest.ts";
import { FieldError } from "./source.ts";

export type SQSMessageAttributes = Readonly<Record<string, SQSMessageAttribute>>;

export interface SQSMessageAttribute {
  readonly stringValue?: string;
  /** Base64. */
  readonly binaryValue?: string;
  readonly stringListValues: readonly never[];
  readonly binaryListValues: readonly never[];
  /** `String`, `Number` or `Binary`, with or without a label of one's own: `Number.float`. */
  readonly dataType: string;
}

/**
 * What a reader writes, `{"priority": 3, "source": "web"}`, or what the SendMessage API takes,
 * `{"source": {"DataType": "String", "StringValue": "web"}}`.
 */
export function messageAttributes(written: unknown): SQSMessageAttributes {
  if (typeof written !== "object" || written === null || Array.isArray(written)) throw refusal("JSON 객체여야 합니다.");
  const entries = Object.entries(written);
  if (entries.length > 10) throw refusal("메시지 속성은 10개까지입니다.");
  return Object.fromEntries(entries.map(([name, value]) => [name, attribute(name, value)]));
}

export function md5OfMessageAttributes(attributes: SQSMessageAttributes): string {
  const names = Object.keys(attributes).sort();
  return md5(concatBytes(...names.flatMap((name) => encoded(name, attributes[name]))));
}

function attribute(name: string, value: unknown): SQSMessageAttribute {
  if (typeof value === "string") return ofType("String", { stringValue: value });
  if (typeof value === "number") return ofType("Number", { stringValue: String(value) });
  if (typeof value === "object" && value !== null && "DataType" in value && typeof value.DataType === "string") {
    if ("StringValue" in value && typeof value.StringValue === "string") return ofType(value.DataType, { stringValue: value.StringValue });
    if ("BinaryValue" in value && typeof value.BinaryValue === "string") {
      return ofType(value.DataType, { binaryValue: base64(bytes(name, value.BinaryValue)) });
    }
  }
  throw refusal(`‘${name}’ 속성의 값은 문자열, 숫자, 또는 {"DataType", "StringValue"} 객체여야 합니다.`);
}

function ofType(dataType: string, value: { readonly stringValue: string } | { readonly binaryValue: string }): SQSMessageAttribute {
  if (!/^(String|Number|Binary)(\..+)?$/.test(dataType))
    throw refusal(`DataType은 String, Number, Binary로 시작해야 합니다. 받은 값: ${dataType}`);
  return { ...value, stringListValues: [], binaryListValues: [], dataType };
}

function bytes(name: string, text: string): Uint8Array {
  const decoded = bytesOfBase64(text);
  if (decoded === undefined) throw refusal(`‘${name}’ 속성의 BinaryValue는 Base64여야 합니다.`);
  return decoded;
}

const refusal = (sentence: string) => new FieldError("attributes", `‘attributes’ 필드: ${sentence}`);

/** Name, data type, one byte that tells text (1) from binary (2), value: each but the byte led by its length in four bytes. */
function encoded(name: string, { dataType, stringValue, binaryValue }: SQSMessageAttribute = NONE): Uint8Array[] {
  const value = binaryValue === undefined ? utf8ToBytes(stringValue ?? "") : (bytesOfBase64(binaryValue) ?? new Uint8Array());
  return [
    withLength(utf8ToBytes(name)),
    withLength(utf8ToBytes(dataType)),
    Uint8Array.of(binaryValue === undefined ? 1 : 2),
    withLength(value),
  ];
}

const NONE: SQSMessageAttribute = { stringValue: "", stringListValues: [], binaryListValues: [], dataType: "String" };

function withLength(content: Uint8Array): Uint8Array {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, content.length);
  return concatBytes(length, content);
}
