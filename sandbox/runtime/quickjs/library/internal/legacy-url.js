/** url.parse, url.format and url.resolve: the package `url`, which is Node's own code. */
export { format, parse, resolve, resolveObject, Url } from "url-package";
