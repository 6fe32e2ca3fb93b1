/** What Node's own http files know as the binding `http_parser`: a parser in plain JavaScript instead of llhttp. */
import { HTTPParser } from "http-parser-js";

Object.defineProperty(HTTPParser, "name", { value: "HTTPParser" });
HTTPParser.encoding = "latin1";
if (!HTTPParser.methods.includes("QUERY")) HTTPParser.methods.push("QUERY");
Object.assign(HTTPParser, { kOnMessageBegin: 0, kOnTimeout: 6, kLenientNone: 0, kLenientHeaderValueRelaxed: 1, kLenientAll: 255 });

export { HTTPParser };
export const allMethods = HTTPParser.methods;
/** In llhttp's order, which `http.METHODS` sorts. */
export const methods = [...HTTPParser.methods];

/** A server's open connections: a server here never has any. */
export class ConnectionsList {
  all() {
    return [];
  }
  idle() {
    return [];
  }
  active() {
    return [];
  }
  expired() {
    return [];
  }
}
