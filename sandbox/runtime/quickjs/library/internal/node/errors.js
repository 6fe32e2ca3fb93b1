/** Errors of streams and compression, which other modules have no use for, and what Node's own files ask of its internal/errors. */
import { codes, define } from "../errors.js";

define("ERR_ASYNC_CALLBACK", (name) => `${name} must be a function`, TypeError);
define("ERR_ASYNC_TYPE", (name) => `Invalid name for async "type": ${name}`, TypeError);
define("ERR_BROTLI_INVALID_PARAM", (parameter) => `${parameter} is not a valid Brotli parameter`, RangeError);
define("ERR_BUFFER_TOO_LARGE", (most) => `Cannot create a Buffer larger than ${most} bytes`, RangeError);
define("ERR_INTERNAL_ASSERTION", (message) => message ?? "This is caused by a bug in the simulator", Error);
define("ERR_INVALID_ASYNC_ID", (name, value) => `Invalid ${name} value: ${value}`, RangeError);
define("ERR_INVALID_CURSOR_POS", () => "Cannot set cursor row without setting its column", TypeError);
define("ERR_MISSING_OPTION", (name) => `${name} is required`, TypeError);
define("ERR_MULTIPLE_CALLBACK", () => "Callback called multiple times", Error);
define("ERR_STREAM_ALREADY_FINISHED", (name) => `Cannot call ${name} after a stream was finished`, Error);
define("ERR_STREAM_CANNOT_PIPE", () => "Cannot pipe, not readable", Error);
define("ERR_STREAM_DESTROYED", (name) => `Cannot call ${name} after a stream was destroyed`, Error);
define("ERR_STREAM_ITER_MISSING_FLAG", () => "The stream/iter API requires the --experimental-stream-iter flag", TypeError);
define("ERR_STREAM_NULL_VALUES", () => "May not write null values to stream", TypeError);
define("ERR_STREAM_PREMATURE_CLOSE", () => "Premature close", Error);
define("ERR_STREAM_PUSH_AFTER_EOF", () => "stream.push() after EOF", Error);
define("ERR_STREAM_UNABLE_TO_PIPE", () => "Cannot pipe to a closed or destroyed stream", Error);
define("ERR_STREAM_UNSHIFT_AFTER_END_EVENT", () => "stream.unshift() after end event", Error);
define("ERR_STREAM_WRITE_AFTER_END", () => "write after end", Error);
define("ERR_TRAILING_JUNK_AFTER_STREAM_END", () => "Trailing junk found after the end of the compressed stream", TypeError);
define("ERR_USE_AFTER_CLOSE", (name) => `${name} was closed`, Error);
define("ERR_ZSTD_INVALID_PARAM", (parameter) => `${parameter} is not a valid zstd parameter`, RangeError);

// What util.parseArgs and MIMEType refuse.
define("ERR_INVALID_MIME_SYNTAX", mimeSyntax, TypeError);
define("ERR_PARSE_ARGS_INVALID_OPTION_VALUE", (message) => message, TypeError);
define("ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL", unexpectedPositional, TypeError);
define("ERR_PARSE_ARGS_UNKNOWN_OPTION", unknownOption, TypeError);

// What crypto refuses.
define("ERR_CRYPTO_CUSTOM_ENGINE_NOT_SUPPORTED", "Custom engines not supported by this OpenSSL", Error);
define("ERR_CRYPTO_ECDH_INVALID_FORMAT", (format) => `Invalid ECDH format: ${format}`, TypeError);
define("ERR_CRYPTO_ECDH_INVALID_PUBLIC_KEY", "Public key is not valid for specified curve", Error);
define("ERR_CRYPTO_ENGINE_UNKNOWN", (id) => `Engine "${id}" was not found`, Error);
define("ERR_CRYPTO_HASH_FINALIZED", "Digest already called", Error);
define("ERR_CRYPTO_HASH_UPDATE_FAILED", "Hash update failed", Error);
define("ERR_CRYPTO_INCOMPATIBLE_KEY", (what, value) => `Incompatible ${what}: ${value}`, Error);
define("ERR_CRYPTO_INCOMPATIBLE_KEY_OPTIONS", (encoding, reason) => `The selected key encoding ${encoding} ${reason}.`, Error);
define("ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE", (type, expected) => `Invalid key object type ${type}, expected ${expected}.`, TypeError);
define("ERR_CRYPTO_INVALID_STATE", (operation) => `Invalid state for operation ${operation}`, Error);
define("ERR_CRYPTO_SCRYPT_NOT_SUPPORTED", "Scrypt algorithm not supported", Error);
define("ERR_CRYPTO_SIGN_KEY_REQUIRED", "No key provided to sign", Error);

function mimeSyntax(production, text, at) {
  return `The MIME syntax for a ${production} in "${text}" is invalid${at === -1 ? "" : ` at ${at}`}`;
}

function unexpectedPositional(argument) {
  return `Unexpected argument '${argument}'. This command does not take positional arguments`;
}

function unknownOption(option, allowPositionals) {
  if (!allowPositionals) return `Unknown option '${option}'`;
  return `Unknown option '${option}'. To specify a positional argument starting with a '-', place it at the end of the command after '--', as in '-- ${JSON.stringify(option)}`;
}

export function aggregateTwoErrors(inner, outer) {
  if (!inner || !outer || inner === outer) return inner || outer;
  if (Array.isArray(outer.errors)) {
    outer.errors.push(inner);
    return outer;
  }
  return Object.assign(new AggregateError([outer, inner], outer.message), { code: outer.code });
}

export const genericNodeError = (message, properties) => Object.assign(new Error(message), properties);

export const hideStackFrames = (fn) => fn;

// Where Node hides the frames of its own checks from a stack, which has none of them here.
for (const code of Object.keys(codes)) codes[code].HideStackFramesError = codes[code];
