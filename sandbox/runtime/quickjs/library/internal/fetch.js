/** fetch, Request, Response, Headers, FormData: undici's, as in Node (build/undici.ts), over internal/fetch/dispatcher.cjs. */

import { FormData } from "undici/lib/web/fetch/formdata.js";
import { Headers } from "undici/lib/web/fetch/headers.js";
import { fetch as fetchImplementation } from "undici/lib/web/fetch/index.js";
import { Request } from "undici/lib/web/fetch/request.js";
import { Response } from "undici/lib/web/fetch/response.js";

/** lib/internal/bootstrap/web/exposed-window-or-worker.js and undici's index-fetch.js. */
export function fetch(input, init = undefined) {
  return fetchImplementation(input, init).catch((error) => {
    if (error && typeof error === "object") Error.captureStackTrace(error);
    throw error;
  });
}

export { FormData, Headers, Request, Response };
