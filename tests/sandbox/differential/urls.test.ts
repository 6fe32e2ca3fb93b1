import fc from "fast-check";
import { test } from "vitest";
import { agreeOnCalls, generated } from "./generated.ts";

const text = (value: unknown) => JSON.stringify(value);
const scheme = fc.constantFrom("http:", "https:", "ftp:", "file:", "mailto:", "data:", "s3:", "HTTP:", "", "javascript:");
const slashes = fc.constantFrom("//", "/", "", "///", "\\\\");
const user = fc.constantFrom("", "", "", "a@", "a:b@", "가:나@", "a:b:c@", "@");
const host = fc.constantFrom(
  "example.com",
  "한글.kr",
  "xn--bj0bj06e.kr",
  "1.2.3.4",
  "0x7f.1",
  "[::1]",
  "[2001:db8::1]",
  "EXAMPLE.com.",
  "a b",
  "",
  "localhost",
  "ex%41mple.com",
  "256.1.1.1",
  "a_b.c",
  "ß.de",
);
const port = fc.constantFrom("", "", "", ":80", ":443", ":8080", ":0", ":65536", ":a");
const path = fc.constantFrom(
  "",
  "/",
  "/a/b",
  "/a/../b",
  "/./x",
  "/한글",
  "/a%20b",
  "/%zz",
  "/a;b",
  "a\\b",
  "/C:/x",
  "/a//b",
  "/..",
  "/a/%2e%2e/b",
);
const search = fc.constantFrom("", "", "?", "?a=1", "?a=1&b=한글", "?a=b c", "?%zz", "?a[]=1", "?'\"<>", "?a=1?b=2");
const hash = fc.constantFrom("", "", "#", "#top", "#한글", "#a#b", "# `<>");
const url = fc.tuple(scheme, slashes, user, host, port, path, search, hash).map((parts) => parts.join(""));
const prelude = `const url = require("url");
  const shown = (u) => [u.href, u.origin, u.protocol, u.username, u.password, u.host, u.hostname, u.port, u.pathname, u.search, u.hash].join(" | ");`;

test("2,000 calls to URL are answered as Node answers them", () => {
  const calls = fc.oneof(
    { weight: 3, arbitrary: url.map((one) => `shown(new URL(${text(one)}))`) },
    { weight: 2, arbitrary: fc.tuple(url, url).map(([one, base]) => `shown(new URL(${text(one)}, ${text(base)}))`) },
    { weight: 1, arbitrary: url.map((one) => `URL.canParse(${text(one)})`) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          url,
          fc.constantFrom("protocol", "username", "password", "host", "hostname", "port", "pathname", "search", "hash"),
          fc.oneof(host, path, search, port, hash),
        )
        .map(([one, name, value]) => `(() => { const u = new URL(${text(one)}); u.${name} = ${text(value)}; return shown(u); })()`),
    },
  );
  agreeOnCalls(generated(calls, 2000), { prelude });
});

test("1,000 calls to URLSearchParams are answered as Node answers them", () => {
  const pair = fc.tuple(fc.string({ maxLength: 3 }), fc.oneof(fc.string({ maxLength: 5 }), fc.constantFrom("한글", "a b", "+", "&=", "%")));
  const step = fc.oneof(
    pair.map(([key, value]) => `p.append(${text(key)}, ${text(value)})`),
    pair.map(([key, value]) => `p.set(${text(key)}, ${text(value)})`),
    pair.map(([key]) => `p.delete(${text(key)})`),
    fc.constant("p.sort()"),
  );
  const calls = fc
    .tuple(fc.oneof(search, query()), fc.array(step, { maxLength: 5 }))
    .map(
      ([start, steps]) =>
        `(() => { const p = new URLSearchParams(${text(start)}); ${steps.join("; ")}; return [String(p), p.size, JSON.stringify([...p])].join(" | "); })()`,
    );
  agreeOnCalls(generated(calls, 1000), { prelude });
});

test("1,000 calls to url.parse, format, resolve and the file helpers are answered as Node answers them, for addresses as people write them", () => {
  const plain = fc
    .tuple(
      fc.constantFrom("http://", "https://", "ftp://", "HTTP://"),
      fc.constantFrom("", "", "a@", "a:b@"),
      fc.constantFrom("example.com", "한글.kr", "1.2.3.4", "localhost", "a_b.c", "EXAMPLE.com"),
      fc.constantFrom("", ":80", ":8080"),
      fc.constantFrom("", "/", "/a/b", "/a/../b", "/한글", "/a%20b", "/a;b"),
      fc.constantFrom("", "?a=1", "?a=1&b=한글", "?a=b c"),
      fc.constantFrom("", "#top", "#한글"),
    )
    .map((parts) => parts.join(""));
  const relative = fc.oneof(plain, fc.constantFrom("", "x", "../x", "/x?y#z", "?q", "#h", "./a/./b", "//other.kr/p"));
  const calls = fc.oneof(
    plain.map((one) => `(({ query, ...u }) => JSON.stringify([u, query]))(url.parse(${text(one)}))`),
    plain.map((one) => `url.format(url.parse(${text(one)}))`),
    // Of a base with a name and a password the package keeps those where Node now drops them.
    fc
      .tuple(
        plain.filter((one) => !one.includes("@")),
        relative,
      )
      .map(([one, other]) => `url.resolve(${text(one)}, ${text(other)})`),
    path.map((one) => `url.pathToFileURL(${text(`/r${one}`)}).href`),
    fc
      .constantFrom("", "/", "/a/b", "/a/../b", "/한글", "/a%20b", "/a;b", "/a%2Fb", "/..")
      .map((one) => `url.fileURLToPath(${text(`file://${one}`)})`),
    host.map((one) => `url.domainToASCII(${text(one)}) + " " + url.domainToUnicode(${text(one)})`),
    plain.map((one) => `url.format(new URL(${text(one)}), { fragment: false, search: false, auth: false, unicode: true })`),
  );
  agreeOnCalls(generated(calls, 1000), { prelude });
});

function query(): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom("a", "b", "=", "&", "+", "%20", "%", "한", "%ED%95%9C", "1", "é"), { maxLength: 8 })
    .map((parts) => parts.join(""));
}
