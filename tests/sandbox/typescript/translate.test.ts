/** What is more than a type is built to what esbuild builds it to: the same values, on the same lines. */
import { transformSync } from "esbuild";
import fc from "fast-check";
import { expect, test } from "vitest";
import { translateTypes } from "../../../sandbox/runtime/quickjs/typescript/erase.ts";
import { buildPackage } from "../../../sandbox/runtime/quickjs/typescript/package-build.ts";

const SNIPPETS = String.raw`
enum A { X, Y, Z } probe(A, A.Y, A[2]);
enum A { X = 5, Y, Z = -3, W } probe(A);
enum A { X = "x", Y = "y" } probe(A, Object.keys(A));
enum A { X = 1 << 3, Y = X | 1, Z = ~Y, W = (X + Y) * 2 ** 3 % 7, V = X >>> 1 } probe(A);
enum A { X = 1, Y = "a" + "b", Z = \`\${Y}-\${X}\`, W = Y } probe(A);
enum A { "a-b" = 1, "한글", 'q"q' = "s" } probe(A, A["한글"]);
enum A { X = "abc".length, Y = X * 2, Z = Math.max(X, 2) } probe(A);
enum A { X = (0, "ab").length, Y = ("a" + probe("run")), Z = (1 as any, 3) } probe(A);
enum A { X = 1.5, Y, Z = 1e21, W = -0, V = NaN, U = Infinity } probe(A);
const enum A { X = 1, Y = X + 1 } probe(A.X, A.Y, A["Y"]);
enum A { X = 1 } enum B { Y = A.X + 1, Z = A["X"], W } probe(A, B);
enum A { X } enum A { Y = 5, Z = X } probe(A);
declare enum D { X } enum A { /* first */ X /* one */, // two\n Y = 2, } probe(A);
function f() { enum A { X } return A; } probe(f(), f() === f());
{ enum A { X = 3 } probe(A); } if (true) { enum A { Y } probe(A); }
switch (1) { case 1: enum A { X } probe(A.X); }
enum A { X } function g(a: A = A.X): A { return a; } probe(g(), g(4 as A));
enum A { X = <number>2, Y = X as number, Z = (3)! } probe(A);
enum\nA\n{\nX\n=\n1\n,\nY\n}\nprobe(A);
class P { constructor(private readonly x: number, public y = 2, protected z?: string) {} sum() { return this.x + this.y; } } probe(new P(1), new P(1).sum(), P.length);
class P { a = 1; constructor(readonly x: number) { probe(this.x, this.a); } b = this.a; } probe(JSON.stringify(new P(9)));
class Q { constructor(q: number) { probe(q); } } class P extends Q { constructor(public x: number, override y = 3) { const before = 1; super(x + before); probe(this.x); } w = 2; } probe(new P(5));
class P { constructor(readonly x: number) { "use strict"; probe(this.x); } } new P(1);
class P<T> { constructor(private x: T, ...rest: T[]) { probe(rest); } get() { return this.x; } } probe(new P("a", "b").get());
const P = class { constructor(public x = { y: 1 as number }) {} }; probe(new P());
class P {\n  static made = 0;\n  constructor(\n    readonly x: number, // the first\n    private y: string,\n  ) {\n    P.made += 1;\n  }\n}\nprobe(new P(1, "2"), P.made);
namespace N { export const a = 1; export function f(): number { return a + p; } const p = 2; } probe(N.a, N.f(), Object.keys(N));
namespace N { export class C { x = 1; } export enum E { Q = 2 } export namespace M { export const z: string = "z"; } } probe(new N.C(), N.E, N.M.z);
namespace N { export type T = number; export interface I { a: T } } probe(1);
namespace N { export type T = number; export const one: T = 1, two: T = one + one; } probe(N);
function f() { return f.x; } namespace f { export const x = 3; } probe(f());
class K {} namespace K { export const made = new K(); } probe(K.made instanceof K);
namespace N { enum Inner { A } export const a = Inner.A; if (a === 0) { probe("runs"); } } probe(Object.keys(N));
namespace N { export declare const d: number; export function g<T>(x: T) { return <T>x; } } probe(N.g(4));
const x = <number>(<unknown>"3"); const y = <T,>(z: T) => z; probe(x, y(1));
`
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => line.replaceAll("\\n", "\n").replaceAll(/\\([`$])/g, "$1"));

const esbuild = (source: string) => transformSync(source, { loader: "ts", target: "es2024" }).code;

function ours(source: string): string {
  const built = translateTypes(source);
  if ("refusal" in built) throw new Error(built.refusal.message);
  return built.code;
}

function probed(code: string): unknown[] {
  const seen: unknown[] = [];
  new Function("probe", code)((...values: unknown[]) => seen.push(...values));
  return seen.map((value) => (typeof value === "object" && value !== null ? [value.constructor.name, Object.entries(value)] : value));
}

test.each(SNIPPETS)("as esbuild: %s", (source) => {
  expect(probed(ours(source))).toEqual(probed(esbuild(source)));
  expect(ours(source).split("\n")).toHaveLength(source.split("\n").length);
});

const MODULES = [
  "export enum A { X } export enum A { Y = 1 } export const b = A.Y;",
  "export namespace N { export const a = 1; } export default class { constructor(readonly x: number) {} }",
  "enum A { X } export { A }; export default A;",
  "export const enum A { X = 'x' } export abstract class B { constructor(protected readonly a = A.X) {} }",
];

test.each(MODULES)("a module exports what esbuild's exports: %s", async (source) => {
  const load = async (code: string) => {
    const module = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as Record<string, unknown>;
    return Object.entries(module).map(([name, value]) => [
      name,
      typeof value === "function" ? String(new (value as new (x: number) => object)(3).constructor.length) : value,
    ]);
  };
  expect(await load(ours(source))).toEqual(await load(esbuild(source)));
});

test("600 generated enums have esbuild's values", () => {
  const names = ["A", "B", "C", "D", "E"] as const;
  const operand = fc.oneof(
    fc.integer({ min: -9, max: 99 }).map((value) => (value < 0 ? `(${value})` : String(value))),
    fc.constantFrom("1.5", "0x1f", '"s"', "`t`", '"".length'),
  );
  const expression = (earlier: readonly string[]) => {
    const leaf = earlier.length === 0 ? operand : fc.oneof(operand, fc.constantFrom(...earlier));
    const operator = fc.constantFrom("+", "-", "*", "/", "%", "<<", ">>", ">>>", "&", "|", "^");
    return fc.oneof(
      leaf,
      fc.tuple(leaf, operator, leaf).map((parts) => parts.join(" ")),
      fc.tuple(fc.constantFrom("-", "~", "+"), leaf).map(([sign, value]) => `${sign}(${value})`),
    );
  };
  const members = fc.tuple(
    ...names.map((name, index) =>
      fc.option(expression(names.slice(0, index))).map((value) => (value === null ? name : `${name} = ${value}`)),
    ),
  );
  fc.assert(
    fc.property(members, (parts) => {
      const source = `enum T { ${parts.join(", ")} } probe(T);`;
      expect(probed(ours(source))).toEqual(probed(esbuild(source)));
    }),
    { seed: 6, numRuns: 600 },
  );
});

test.each([
  ["import a = require('a');", "TypeScript import equals declaration is not supported in strip-only mode"],
  ["namespace N { export let a = 1; }", "An exported variable of a namespace that is no plain constant is not supported by this build"],
  ["namespace N { export const a = 1; } namespace N { export const b = a; }", "A namespace in two parts is not supported by this build"],
  ["namespace A.B { export const a = 1; }", "A namespace of several names is not supported by this build"],
  [
    "class P extends Q { constructor(readonly x: number) { if (x) super(); } }",
    "A constructor with parameter properties must call super in a statement of its own",
  ],
  ["enum A { X = (() => 1)() }", "A function in an enum's initializer is not supported by this build"],
])("%s is refused, since it would not be built rightly", (source, message) => {
  expect(buildPackage({ "index.ts": source })).toMatchObject({ refused: { message } });
});
