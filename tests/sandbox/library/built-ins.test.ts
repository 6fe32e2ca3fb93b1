import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { BUILTIN_IDS, BUILTINS, GLOBALS, LIBRARY } from "../../../sandbox/runtime/quickjs/library/manifest.ts";
import { guest, inNode, libraryText } from "./guest.ts";

const nodeRequire = createRequire(import.meta.url);
const exported = JSON.parse(
  readFileSync(new URL("../../../sandbox/runtime/quickjs/guest/dist/exports.js", import.meta.url), "utf8"),
) as Record<string, string[]>;
const own = BUILTINS.filter((id) => id !== "process" && id !== "console");

/** Exports that are not compared, and why. */
const NOT_COMPARED: Readonly<Record<string, readonly string[]>> = {
  // In Node they are names of what they are made from (getOSType, urlParse, signOneShot), which nobody relies on.
  os: ["machine", "release", "type", "version"],
  url: ["parse", "resolve", "resolveObject", "format"],
  // The timers are those of the test's own surroundings.
  timers: ["setTimeout", "clearTimeout", "setImmediate", "clearImmediate", "setInterval", "clearInterval"],
};

for (const id of own) {
  test(`every export of ${id} is one of Node's, of the same type and name`, () => {
    const names = (exported[id] ?? []).filter((name) => !NOT_COMPARED[id]?.includes(name));
    const kinds = `const kind = (value) => typeof value === "function" ? "function " + value.name : typeof value;
      const module = require(${JSON.stringify(`node:${id}`)}); const names = ${JSON.stringify(names)};
      return names.map((name) => { try { return name + ": " + kind(module[name]); } catch (error) { return name + ": " + error.name; } });`;
    expect(names.length).toBeGreaterThan(0);
    // Where Node's function has no name of its own, ours may have one.
    const nameless = (kind: string) => kind.replace(/function (deprecated|bound .*|wrappedFn)?$/, "function");
    const here = (inNode(kinds) as string[]).map(nameless);
    const there = (guest().run(kinds) as string[]).map((kind, index) =>
      here[index]?.endsWith("function") ? kind.replace(/function .*$/, "function") : kind,
    );
    expect(there).toEqual(here);
  });
}

test("each module that can be imported is evaluated once, and only when it is asked for", () => {
  const loaded: string[] = [];
  const self = guest({ onLoad: (id) => loaded.push(id) });
  self.run('require("path"); require("node:path"); require("path"); return 0');
  expect(loaded).toEqual(["path", "internal/errors", "internal/validators"]);
});

test("an address in plain ASCII does not load the tables for other scripts; one in Hangul does", () => {
  const loaded: string[] = [];
  const self = guest({ onLoad: (id) => loaded.push(id) });
  self.run('return new URL("https://dynamodb.ap-northeast-2.amazonaws.com/").href');
  expect(loaded).not.toContain("internal/tr46");
  expect(self.run('return new URL("https://한국.kr/").host')).toBe("xn--3e0b707e.kr");
  expect(loaded).toContain("internal/tr46");
});

test("a global costs nothing until it is used", () => {
  const loaded: string[] = [];
  const self = guest({ onLoad: (id) => loaded.push(id) });
  expect(self.run("return Object.getOwnPropertyDescriptor(globalThis, 'URL').enumerable")).toBe(false);
  expect(loaded).toEqual([]);
});

test("every global of the list is what Node has under that name", () => {
  const kinds = `return ${JSON.stringify(Object.keys(GLOBALS))}.map((name) => name + ": " + typeof globalThis[name] + " " + globalThis[name].name)`;
  expect(guest().run(kinds)).toEqual(inNode(kinds));
});

test("the library's public names all lead to a module", () => {
  const ids = LIBRARY.map(({ id }) => id);
  expect(Object.values(BUILTIN_IDS).filter((id) => !ids.includes(id))).toEqual([]);
  expect(BUILTINS.filter((id) => nodeRequire("node:module").isBuiltin(`node:${id}`))).toEqual(BUILTINS);
});

test("console.log's share of the library stays under 24 kB compressed", () => {
  const parts = ["util", "internal/inspect", "internal/errors", "internal/types", "internal/validators"];
  expect(parts.reduce((sum, id) => sum + gzipSync(libraryText(id)).length, 0)).toBeLessThan(24 * 1024);
});

test("random values come from the seed: the same again, and others for another seed", () => {
  const draw = (seed: number) =>
    guest({ seed }).run(
      'return [crypto.randomUUID(), require("crypto").randomBytes(6).toString("hex"), require("crypto").randomInt(1000), [...crypto.getRandomValues(new Uint8Array(4))]]',
    );
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
});

test("what crypto cannot do here says so in Korean, when it is called and not before", () => {
  const calls = [
    "createDiffieHellman(512)",
    'createHash("sm3")',
    'createCipheriv("camellia-128-cbc", Buffer.alloc(16), Buffer.alloc(16))',
    'generateKeyPairSync("ed448")',
    'generateKeyPairSync("rsa-pss", { modulusLength: 2048 })',
    'generateKeyPairSync("ec", { namedCurve: "brainpoolP256r1" })',
    'new crypto.X509Certificate("")',
    "generatePrimeSync(32)",
  ];
  for (const call of calls) {
    const script = `const crypto = require("crypto"); ${call.startsWith("new") ? call : `crypto.${call}`}`;
    expect(() => guest().run(script)).toThrow(/람다 랩의 시뮬레이터는 .+을\(를\) 지원하지 않습니다/);
  }
});

test("a digest loads neither keys, nor streams, nor Web Crypto", () => {
  const loaded: string[] = [];
  guest({ onLoad: (id) => loaded.push(id) }).run('require("crypto").createHash("sha256").update("a").digest("hex")');
  expect(loaded.filter((id) => /crypto|stream/.test(id))).toEqual([
    "crypto",
    "internal/webcrypto",
    "internal/crypto-hash",
    "internal/crypto-parts",
    "internal/crypto-digests",
  ]);
});

test("a failed assert quotes the call out of the function's own source, as Node does", () => {
  const source =
    'const assert = require("assert");\n\nfunction check(x) {\n  assert.ok(x > (1 + "(".length),\n    undefined);\n}\ncheck(1);';
  const self = guest({ files: { "/var/task/index.mjs": source } });
  const message = self.run(`${source.replace("check(1);", "try { check(1); } catch (error) { return error.message; }")}`);
  expect(message).toBe('The expression evaluated to a falsy value:\n\n  assert.ok(x > (1 + "(".length),\n    undefined)\n');
});

test("performance counts virtual time from the start of the process", () => {
  const self = guest();
  self.now += 12.5;
  expect(self.run("return [performance.now(), performance.timeOrigin, require('perf_hooks').performance === performance]")).toEqual([
    12.5,
    1_800_000_000_000,
    true,
  ]);
});
