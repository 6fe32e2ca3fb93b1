/** In place of whatwg-url's generated URLSearchParams: the implementation without its WebIDL wrapper, which is ours (../whatwg-url.js). */
import { implementation } from "whatwg-url/lib/URLSearchParams-impl.js";

export const createImpl = (globalObject, args, options) => new implementation(globalObject, args, options);
