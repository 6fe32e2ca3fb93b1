/**
 * The package minifies the names of the engine's imports and exports; only its generated glue says what each one is.
 * This reads them out of the glue, so that an update of the package either works or stops the build with a sentence.
 */
import type { Names } from "./meter.ts";

/** What identifies each import in the glue. Each pattern's only group is the minified name. */
const IMPORTS: Readonly<Record<string, RegExp>> = {
  memory: /[,{](\w+):r,s:oa,/,
  assert_fail: /[,{](\w+):\(a,d,b,e\)=>M\(`Assertion failed/,
  abort: /[,{](\w+):\(\)=>M\(""\)/,
  keepalive_clear: /[,{](\w+):\(\)=>\{Q=!1;S=0\}/,
  localtime: /[,{](\w+):function\(a,d\)\{a=-9007199254740992>a/,
  setitimer: /[,{](\w+):\(a,d\)=>\{T\[a\]&&\(clearTimeout/,
  tzset: /[,{](\w+):\(a,d,b,e\)=>\{var f=\(new Date\)\.getFullYear/,
  clock_time_get: /[,{](\w+):function\(a,d,b\)\{if\(!\(0<=a&&3>=a\)\)return 28/,
  date_now: /[,{](\w+):\(\)=>Date\.now\(\)/,
  resize_heap: /[,{](\w+):a=>\{var d=G\.length;a>>>=0/,
  environ_get: /[,{](\w+):\(a,d\)=>\{var b=0,e=0,f;for\(f of qa\(\)\)/,
  environ_sizes_get: /[,{](\w+):\(a,d\)=>\{var b=qa\(\)/,
  fd_close: /[,{](\w+):\(\)=>52/,
  fd_seek: /[,{](\w+):function\(\)\{return 70\}/,
  fd_write: /[,{](\w+):\(a,d,b,e\)=>\{for\(var f=0,g=0;g<b/,
  proc_exit: /[,{](\w+):oa,/,
  call_function: /[,{](\w+):function\(a,d,b,e,f\)\{return c\.callbacks\.callFunction/,
  should_interrupt: /[,{](\w+):function\(a\)\{return c\.callbacks\.shouldInterrupt/,
  load_module_source: /[,{](\w+):function\(a,d,b\)\{b=R\(b\);return c\.callbacks\.loadModuleSource/,
  normalize_module: /[,{](\w+):function\(a,d,b,e\)\{b=R\(b\);e=R\(e\);return c\.callbacks\.normalizeModule/,
  free_host_ref: /[,{](\w+):function\(a,d\)\{c\.callbacks\.freeHostRef/,
};

/** Exports that the glue keeps to itself, by the local name it gives them. */
const PRIVATE_EXPORTS: Readonly<Record<string, RegExp>> = {
  initialize: /K=!0;Z\.(\w+)\(\)/,
  emscripten_timeout: /va=b\.(\w+)/,
  stack_restore: /ta=b\.(\w+)/,
  stack_alloc: /;Y=b\.(\w+)/,
  stack_save: /sa=b\.(\w+)/,
};

export function namesFromGlue(glue: string): Names {
  const text = glue.replaceAll("\n", "");
  const exports: Record<string, string> = {};
  for (const [, name, minified] of text.matchAll(/c\._(\w+)=b\.([\w$]+)/g)) exports[minified as string] = name as string;
  for (const [name, pattern] of Object.entries(PRIVATE_EXPORTS)) exports[find(text, name, pattern)] = name;
  const imports: Record<string, string> = {};
  for (const [name, pattern] of Object.entries(IMPORTS)) imports[find(text, name, pattern)] = name;
  return { imports, exports };
}

function find(glue: string, name: string, pattern: RegExp): string {
  const found = pattern.exec(glue)?.[1];
  if (found === undefined) {
    throw new Error(`names: the engine's glue has no "${name}" of the expected form; see sandbox/README.md, "Updating the engine"`);
  }
  return found;
}
