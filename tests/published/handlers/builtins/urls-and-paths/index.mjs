import { URL, URLSearchParams, format, parse, fileURLToPath, pathToFileURL, domainToASCII } from "node:url";
import querystring from "node:querystring";
import path from "node:path";

export const handler = async (event) => {
  const query = new URLSearchParams(event.rawQueryString);
  const old = querystring.parse(event.rawQueryString);
  let target;
  try {
    target = new URL(query.get("to"), query.get("base") ?? undefined);
  } catch (error) {
    return { statusCode: 400, body: `${error.name} ${error.code} ${error.input} ${error.message}` };
  }
  target.searchParams.append("sig", "a+b/c=");
  target.searchParams.sort();
  target.username = "us er";
  console.log(target, [...query.entries()], old);
  return {
    statusCode: 302,
    headers: { location: target.href },
    parts: [target.origin, target.port, target.hash, target.pathname],
    legacy: parse("http://user:pw@host.com:8080/p/a/t/h?query=string#hash", true).query,
    formatted: format({ protocol: "https", host: "x.io", pathname: "y", query: { z: [1, 2] } }),
    text: querystring.stringify({ a: ["b", "c"], d: "é", e: "" }),
    canParse: URL.canParse("../x", "https://a.b/c/"),
    file: [fileURLToPath("file:///a%20b/c"), pathToFileURL("/x y#z").href],
    idn: domainToASCII("한국.kr"),
    paths: [path.join("/a", "../../b"), path.resolve("/a/b", "../c"), path.relative("/a/b/c", "/a/d"), path.parse("/x/y.tar.gz"), path.normalize("a//b/./c/.."), path.win32.basename("C:\\x\\y.txt")],
  };
};
