/** Checks of arguments that only Node's own files use. */
import { codes } from "../errors.js";
import {
  kValidateObjectAllowArray,
  kValidateObjectAllowFunction,
  kValidateObjectAllowNullable,
  validateArray,
  validateNumber,
} from "../validators.js";

export const kValidateObjectAllowObjects = kValidateObjectAllowArray | kValidateObjectAllowFunction;
export const kValidateObjectAllowObjectsAndNull = kValidateObjectAllowObjects | kValidateObjectAllowNullable;

export function validateBuffer(value, name = "buffer") {
  if (!ArrayBuffer.isView(value)) throw new codes.ERR_INVALID_ARG_TYPE(name, ["Buffer", "TypedArray", "DataView"], value);
}

export function validateDictionary(value, name) {
  if (value != null && typeof value !== "object" && typeof value !== "function")
    throw new codes.ERR_INVALID_ARG_TYPE(name, "a dictionary", value);
}

/** False where there is no number to speak of; throws where it is none or infinite. */
export function validateFiniteNumber(value, name) {
  if (value === undefined) return false;
  if (Number.isFinite(value)) return true;
  if (Number.isNaN(value)) return false;
  validateNumber(value, name);
  throw new codes.ERR_OUT_OF_RANGE(name, "a finite number", value);
}

export function checkRangesOrGetDefault(value, name, lower, upper, otherwise) {
  if (!validateFiniteNumber(value, name)) return otherwise;
  if (value < lower || value > upper) throw new codes.ERR_OUT_OF_RANGE(name, `>= ${lower} and <= ${upper}`, value);
  return value;
}

export function validateThisInternalField(object, key, className) {
  if (typeof object !== "object" || object === null || !Object.hasOwn(object, key)) throw new codes.ERR_INVALID_THIS(className);
}

export function validateEncoding(data, encoding) {
  const isHex = String(encoding).toLowerCase() === "hex";
  if (isHex && data.length % 2 !== 0) {
    throw new codes.ERR_INVALID_ARG_VALUE("encoding", encoding, `is invalid for data of length ${data.length}`);
  }
}

const arrayOf = (type) => (value, name) => {
  validateArray(value, name);
  for (const [index, item] of value.entries()) {
    if (typeof item !== type) throw new codes.ERR_INVALID_ARG_TYPE(`${name}[${index}]`, type, item);
  }
};

export const validateBooleanArray = arrayOf("boolean");
export const validateStringArray = arrayOf("string");

export function validateUnion(value, name, union) {
  if (!union.includes(value)) throw new codes.ERR_INVALID_ARG_TYPE(name, `('${union.join("|")}')`, value);
}

export const isUint32 = (value) => value === value >>> 0;

export function validatePort(port, name = "Port", allowZero = true) {
  const isText = typeof port === "string";
  const ok = (typeof port === "number" || (isText && port.trim() !== "")) && +port === +port >>> 0 && port <= 0xffff;
  if (!ok || (+port === 0 && !allowZero)) throw new codes.ERR_SOCKET_BAD_PORT(name, port, allowZero);
  return port | 0;
}

const LINK = /^(?:<[^>\r\n]*>)(?:\s*;\s*[^;"\s]+(?:=(")?[^;"\s]*\1)?)*$/;

/** A Link header for 103 Early Hints. */
export function validateLinkHeaderValue(hints) {
  const words = 'must be an array or string of format "</styles.css>; rel=preload; as=style"';
  const check = (value) => {
    if (value === undefined || !LINK.test(value)) throw new codes.ERR_INVALID_ARG_VALUE("hints", value, words);
    return value;
  };
  if (typeof hints === "string") return check(hints);
  if (Array.isArray(hints)) return hints.map(check).join(", ");
  throw new codes.ERR_INVALID_ARG_VALUE("hints", hints, words);
}
