/** What the module loader sees of the file system. Paths are absolute, with `/`. */
export interface FileTree {
  /** The text of a file, without a byte order mark; undefined where there is none. */
  read(path: string): string | undefined;
  isDirectory(path: string): boolean;
}

export interface Located {
  readonly path: string;
  readonly text: string;
}

export function dirname(path: string): string {
  return path.slice(0, path.lastIndexOf("/")) || "/";
}

/** Joins and normalises: `join("/var/task/lib", "../x.js")` is `/var/task/x.js`. */
export function join(base: string, relative: string): string {
  const names: string[] = [];
  const parts = relative.startsWith("/") ? relative : `${base}/${relative}`;
  for (const name of parts.split("/")) {
    if (name === "" || name === ".") continue;
    if (name === "..") names.pop();
    else names.push(name);
  }
  return `/${names.join("/")}`;
}

/** From a path or a file URL to a path. */
export function pathOf(pathOrUrl: string): string {
  if (!pathOrUrl.startsWith("file://")) return pathOrUrl;
  const path = pathOrUrl.slice("file://".length).replace(/[?#].*$/, "");
  return path.includes("%") ? decoded(path) : path;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // Not percent-encoded after all; the name is taken as it stands.
    return path;
  }
}

/** As Node's pathToFileURL for the characters that files of a function have. */
export function urlOf(path: string): string {
  const encoded = path
    .split("/")
    .map((name) => encodeURIComponent(name).replace(/%40/g, "@").replace(/%2B/g, "+").replace(/%3D/g, "=").replace(/%2C/g, ","));
  return `file://${encoded.join("/")}`;
}

/**
 * A relative reference below a folder, as the URL class resolves it: the path of a URL, with its encoding, query and closing slash.
 * `withinUrl("/var/task/a b", "./c%20d/../e/?x")` is `/var/task/a%20b/e/?x`.
 */
export function withinUrl(folder: string, reference: string): string {
  const [, relative = "", suffix = ""] = /^([^?#]*)(.*)$/s.exec(reference) ?? [];
  const dots = relative.split("/").map((part) => (/^(?:\.|%2e){1,2}$/i.test(part) ? part.replace(/%2e/gi, ".") : part));
  const path = join(urlOf(folder).slice("file://".length), dots.join("/"));
  const isFolder = /^(?:|\.{1,2})$/.test(dots.at(-1) ?? "") && path !== "/";
  return `${path}${isFolder ? "/" : ""}${suffix}`;
}

export function withoutByteOrderMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
