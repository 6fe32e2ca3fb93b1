/** Guest programs made from a depth n; programs/depth.ts finds the largest n with which each still ends with a value. */
const nested = (n: number, open: string, inner: string, close: string) => open.repeat(n) + inner + close.repeat(n);

const nestedArray = (n: number) => `let a = []; for (let i = 1; i < ${n}; i++) a = [a];`;

export const depthMakers: Readonly<Record<string, (n: number) => string>> = {
  "f()": (n) => `(function f(n) { return n > 1 ? 1 + f(n - 1) : 1 })(${n})`,
  "() => f()": (n) => `const f = (n) => (n > 1 ? 1 + f(n - 1) : 1); f(${n})`,
  "this.f()": (n) => `class C { f(n) { return n > 1 ? 1 + this.f(n - 1) : 1 } } new C().f(${n})`,
  "f(a, b, c, d) with ten variables": (n) =>
    `(function f(n, a, b, c) { let d, e, g, h, i, j, k, l, m, o; return n > 1 ? 1 + f(n - 1, a, b, c) : 1 })(${n}, 1, 2, 3)`,
  "children.map(walk)": (n) => `(function f(n) { return n > 1 ? [n].map(() => f(n - 1)) : 1 })(${n}), 1`,
  "array.sort": (n) => `(function f(n) { return n > 1 ? [2, 1].sort(() => f(n - 1)).length : 1 })(${n})`,
  getter: (n) => `let n = ${n}; const o = { get x() { return --n > 0 ? this.x : 1 } }; o.x`,
  "new C()": (n) => `class C { constructor(n) { if (n > 1) this.c = new C(n - 1) } } new C(${n}), 1`,
  "await f()": (n) => `let failed; async function f(n) { return n > 1 ? await f(n - 1) : 1 } f(${n}).catch((e) => { for (;;); }); 1`,
  "require() or another host function": (n) => `(function f(n) { return n > 1 ? host(() => f(n - 1)) : 1 })(${n}), 1`,
  "JSON.parse of [[…]]": (n) => `JSON.parse("[".repeat(${n}) + "]".repeat(${n})), 1`,
  "JSON.stringify of [[…]]": (n) => `${nestedArray(n)} JSON.stringify(a).length`,
  "String of [[…]]": (n) => `${nestedArray(n)} String(a).length`,
  "flat(Infinity) of [[…]]": (n) => `${nestedArray(n)} a.flat(Infinity).length`,
  "((1))": (n) => nested(n, "(", "1", ")"),
  "[[1]]": (n) => nested(n, "[", "1", "]"),
  "{a:{a:1}}": (n) => `(${nested(n, "{a:", "1", "}")})`,
  "{{}}": (n) => nested(n, "{", "", "}"),
  "function in function": (n) => `(${nested(n, "(function(){", "", "})")}, 1)`,
  "a ? b : c ? d : e": (n) => `${"0?1:".repeat(n)}1`,
  "else if": (n) => `${"if(0);else ".repeat(n)}1`,
  "a + a + a": (n) => `1${"+1".repeat(n)}`,
  "regex (?:(?:a))": (n) => `new RegExp("(?:".repeat(${n}) + ")".repeat(${n})), 1`,
};
