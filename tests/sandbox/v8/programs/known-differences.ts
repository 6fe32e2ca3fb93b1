/** What is not yet as in Node: the program's line → why. The tests fail where one of them has become equal. */
export const KNOWN_DIFFERENCES: Readonly<Record<string, string>> = {
  "export const handler = () => { [1].forEach(function () { null.a }, { x: 1 }) }":
    "V8 infers a function's name from its receiver's literal.",
  'export const handler = () => { JSON.parse("[1]", (k, v) => { null.a }) }': "The reviver's receiver is in no place that can be read.",
  'export const handler = () => { eval("null.a") }': "Code made of text has frames of its own form, `eval at`.",
  'export const handler = () => { new Function("null.a")() }': "Code made of text has frames of its own form, `eval at`.",
  'export const handler = () => { Object.defineProperty(() => {}, "x", { get() { null.a } }).x }':
    "V8 infers a getter's name from the call that it is an argument of.",
  "export const handler = () => { const o = { [Symbol.iterator]() { return { next() { return 1 } } } }; [...o] }":
    "The engine has dropped what the iterator returned.",
  "export const handler = () => { const o = { [Symbol.iterator]() { return { next() { return 1 } } } }; for (const x of o); }":
    "The engine has dropped what the iterator returned.",
  "export const handler = () => {    return  1 ? nope :  2 }": "V8 leaves constant conditions out, and their positions with them.",
  "export const handler = () => {    return  null ?? nope }": "V8 leaves constant conditions out, and their positions with them.",
  "export const handler = async () => {   (1 + 2)() }": "V8 computes constants before it prints them.",
  "export const handler = async () => {   (!1)() }": "V8 computes constants before it prints them.",
  "export const handler = () => { class A { #p = 1; q(o) {  return  o.a . #p; } } new A().q({ a: 5 }) }":
    "The engine has dropped the value and says the same of all that are no objects.",
  "export const handler = () => { class A { #p = 1; q(o) {  o.a . #p += 1; } } new A().q({ a: 5 }) }":
    "The engine has dropped the value and says the same of all that are no objects.",
  'export const handler = () => { Date.prototype[Symbol.toPrimitive].call({}, "x") }':
    "Methods under symbols are hidden, called by the language or by name.",
  'export const handler = () => { Date.prototype[Symbol.toPrimitive].call(new Date(), "x") }':
    "Methods under symbols are hidden, called by the language or by name.",
  'export const handler = () => { RegExp.prototype[Symbol.replace].call(1, "") }':
    "Methods under symbols are hidden, called by the language or by name.",
  "export const handler = () => { Function.prototype.call.call(1) }": "The engine calls `call` and `apply` without a frame of their own.",
  "export const handler = () => { Function.prototype.apply.call(1) }": "The engine calls `call` and `apply` without a frame of their own.",
  "export const handler = () => { new BigInt64Array([1]) }": "The engine does not say which element it was.",
  "export const handler = () => { const p = new Proxy({}, { ownKeys() { return 1 } }); Object.keys(p) }":
    "The engine takes what is no list for an empty one.",
  "export const handler = () => { const p = new Proxy({}, { ownKeys() { return [1] } }); Object.keys(p) }":
    "The engine has dropped what the trap returned.",
  "export const handler = () => { const p = new Proxy(Object.freeze({ a: 1 }), { get() { return 2 } }); p.a }":
    "The engine has dropped what the trap returned.",
  "export const handler = () => { const p = new Proxy(function () {}, { construct() { return 1 } }); new p() }":
    "The engine has dropped what the trap returned.",
  "export const handler = () => { class Foo { get x() { return 1 } } new Foo().x = 1 }":
    "The engine has dropped the object, which nothing else keeps.",
  "export const handler = () => { class Foo { set #x(v) {} get() { return this.#x } } new Foo().get() }":
    "The compiler refuses it, without saying what kind of member it is.",
  "export const handler = () => { class Foo { get #x() { return 1 } put() { this.#x = 1 } } new Foo().put() }":
    "The compiler refuses it, without saying what kind of member it is.",
  "export const handler = () => { class Foo { #m() {} put() { this.#m = 1 } } new Foo().put() }":
    "The compiler refuses it, without saying what kind of member it is.",
  'export const handler = () => { new RegExp("(?i-i:a)") }': "The engine says less of what is wrong with a group.",
  'export const handler = () => { new RegExp("[[a]", "v") }': "The engine reads sets of characters in a way of its own.",
  'export const handler = () => { new RegExp("[a--b--]", "v") }': "The engine reads sets of characters in a way of its own.",
  'export const handler = () => { new RegExp("[(]", "v") }': "The engine reads sets of characters in a way of its own.",
  'export const handler = () => { new RegExp("[a&&&b]", "v") }': "The engine reads sets of characters in a way of its own.",
  'export const handler = () => { new RegExp("[a-z&&]", "v") }': "The engine reads sets of characters in a way of its own.",
  'export const handler = () => { new RegExp("[!!]", "v") }': "The engine reads sets of characters in a way of its own.",
};

/** The same for texts with something wrong in them. */
export const KNOWN_SYNTAX_DIFFERENCES: Readonly<Record<string, string>> = {
  "CommonJS: x package y": "V8 prints the name as undefined.",
  "CommonJS: new.target": "vm.compileFunction makes a function of it, as Node does of a file: a file that says `new.target` is rare.",
  "CommonJS: a?.`x`": "V8 underlines another part of the same.",
  "CommonJS: ({ a = 1 })": "V8 underlines another part of the same.",
  "CommonJS: 1n1": "V8 takes a number with letters for one token.",
  "ES module: 1n1": "V8 takes a number with letters for one token.",
  "CommonJS: '\\u{110000}'": "V8 underlines another part of the same.",
  "CommonJS: [...a, b] = x": "V8 underlines another part of the same.",
  "CommonJS: ({...{a}} = x)": "V8 underlines another part of the same.",
  "CommonJS: ({...a, b} = x)": "V8 underlines another part of the same.",
  "ES module: if (1) let x": "V8 says what is wrong with the statement first.",
  "ES module: import { default } from 'a'": "V8 words reserved names in imports on their own.",
  "CommonJS: new import('a')": "V8 underlines another part of the same.",
  "ES module: --> x": "HTML's comments are not known to the parser.",
  "ES module: x <!-- y": "HTML's comments are not known to the parser.",
};
