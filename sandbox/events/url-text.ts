/** URLs as a reader types them (`/상품?q=여름 휴가`), as they go over the wire, and decoded again. */

/** A path as the wire has it: what no URL may hold is percent-encoded, what is encoded already stays. */
export function wirePath(path: string): string {
  return encoded(path, /%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9\-._~!$&'()*+,;=:@/%]/gu);
}

/** A query string, without its `?`, as the wire has it. */
export function wireQuery(query: string): string {
  return encoded(query.replace(/^\?/, ""), /%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9\-._~!$&'()*+,;=:@/?%]/gu);
}

export function decodedPath(path: string): string {
  return decoded(path);
}

/** Names and values of a query string in the order in which they are named first; a name that comes twice has two values. */
export function queryParameters(query: string): ReadonlyMap<string, readonly string[]> {
  return parametersOf(query, (text) => decoded(text.replaceAll("+", " ")));
}

/** The same, as the wire has them. */
export function rawQueryParameters(query: string): ReadonlyMap<string, readonly string[]> {
  return parametersOf(query, (text) => text);
}

function parametersOf(query: string, textOf: (wire: string) => string): ReadonlyMap<string, readonly string[]> {
  const parameters = new Map<string, string[]>();
  for (const part of query.split("&")) {
    if (part === "") continue;
    const [name = "", ...value] = part.split("=");
    const key = textOf(name);
    parameters.set(key, [...(parameters.get(key) ?? []), textOf(value.join("="))]);
  }
  return parameters;
}

function encoded(text: string, forbidden: RegExp): string {
  return text.toWellFormed().replace(forbidden, encodeURIComponent);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Bytes that are not UTF-8 (`%FF`): what a gateway does with them is not documented; left as they came.
    return text;
  }
}
