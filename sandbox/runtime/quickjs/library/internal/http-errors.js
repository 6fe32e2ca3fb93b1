/** Errors of node:http: only who loads it has them. */
import { codes, define, determineSpecificType } from "./errors.js";

define("ERR_HTTP_BODY_NOT_ALLOWED", "Adding content for this request method or response status is not allowed.", Error);
define(
  "ERR_HTTP_CONTENT_LENGTH_MISMATCH",
  (body, length) =>
    `Response body's content-length of ${body} byte(s) does not match the content-length of ${length} byte(s) set in header`,
  Error,
);
define("ERR_HTTP_HEADERS_SENT", (what) => `Cannot ${what} headers after they are sent to the client`, Error);
define("ERR_HTTP_INVALID_HEADER_VALUE", (value, name) => `Invalid value "${value}" for header "${name}"`, TypeError);
define("ERR_HTTP_INVALID_STATUS_CODE", (code) => `Invalid status code: ${code}`, RangeError);
define("ERR_HTTP_REQUEST_TIMEOUT", "Request timeout", Error);
define("ERR_HTTP_SOCKET_ASSIGNED", "ServerResponse has an already assigned socket", Error);
define("ERR_HTTP_SOCKET_ENCODING", "Changing the socket encoding is not allowed per RFC7230 Section 3.", Error);
define("ERR_HTTP_TRAILER_INVALID", "Trailers are invalid with this transfer encoding", Error);
define("ERR_INVALID_CHAR", (name, field) => `Invalid character in ${name}${field === undefined ? "" : ` ["${field}"]`}`, TypeError);
define("ERR_INVALID_HTTP_TOKEN", (name, field) => `${name} must be a valid HTTP token ["${field}"]`, TypeError);
define("ERR_INVALID_PROTOCOL", (protocol, expected) => `Protocol "${protocol}" not supported. Expected "${expected}"`, TypeError);
define("ERR_PROXY_INVALID_CONFIG", (message) => message, Error);
define("ERR_PROXY_TUNNEL", (message) => message, Error);
define(
  "ERR_SOCKET_BAD_PORT",
  (name, port, allowZero = true) => `${name} should be ${allowZero ? ">=" : ">"} 0 and < 65536. Received ${determineSpecificType(port)}.`,
  RangeError,
);
define("ERR_UNESCAPED_CHARACTERS", (field) => `${field} contains unescaped characters`, TypeError);
for (const code of Object.keys(codes)) codes[code].HideStackFramesError = codes[code];

export class ConnResetException extends Error {
  constructor(message) {
    super(message);
    this.code = "ECONNRESET";
  }
  get ["constructor"]() {
    return Error;
  }
}
