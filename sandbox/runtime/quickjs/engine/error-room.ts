/**
 * Room for describing an error where there is no room. An error that is made near the stack's limit, above all the RangeError
 * that says so, runs the guest's `prepareStackTrace`, which overflows the stack again: the error would have no stack. So the
 * limit is lower while the engine's `build_backtrace` runs, which never runs inside itself.
 *
 * Works on the text form. What has no name in the binary is found by what it does, and an engine in which it is not found
 * stops the build.
 */
import type { WasmFunction } from "./functions.ts";
import { ERROR_ROOM_BYTES } from "./layout.ts";

/** A format that only build_backtrace uses. */
const FRAME = "    at %s";

/** `functions`: read from `lines`. */
export function makeRoomForErrors(lines: readonly string[], functions: readonly WasmFunction[]): string[] {
  const describe = onlyUserOf(lines, functions, addressOf(lines, FRAME));
  if (describe.params[0] !== "i32" || describe.result !== undefined) throw unknown("build_backtrace");
  const start = describe.first + 1 + describe.locals.length;
  const body = lines.slice(start, describe.last).map((line) => line.replace(/\(return\)/, "(br $described)"));
  const limit = limitOffset(lines, functions);
  const move = (operation: "sub" | "add") =>
    `(i32.store (local.get $limit) (i32.${operation} (i32.load (local.get $limit)) (i32.const ${ERROR_ROOM_BYTES})))`;
  return [
    ...lines.slice(0, start),
    "  (local $limit i32)",
    `(local.set $limit (i32.add (i32.load offset=${runtimeOffset(lines, limit)} (local.get $0)) (i32.const ${limit})))`,
    move("sub"),
    "(block $described",
    ...body,
    ")",
    move("add"),
    ...lines.slice(describe.last),
  ];
}

/** Where the data segments put a C string. */
function addressOf(lines: readonly string[], text: string): number {
  for (const line of lines) {
    const [, start, content] = /^ \(data \S+ \(i32\.const (\d+)\) "(.*)"\)$/.exec(line) ?? [];
    const before = content?.split(`\\00${text}\\00`);
    // In the text form a byte is a character, or a backslash and two hexadecimal digits, or a backslash and a letter or sign.
    if (before?.length === 2) return Number(start) + (before[0] ?? "").replace(/\\([0-9a-f]{2}|.)/g, "x").length + 1;
  }
  throw unknown(`“${text}”`);
}

function onlyUserOf(lines: readonly string[], functions: readonly WasmFunction[], constant: number): WasmFunction {
  const users = functions.filter(({ first, last }) => lines.slice(first, last).some((line) => line.trim() === `(i32.const ${constant})`));
  if (users.length !== 1 || users[0] === undefined) throw unknown("build_backtrace");
  return users[0];
}

/** JSRuntime.stack_limit: what JS_SetMaxStackSize stores besides the size it was given. */
function limitOffset(lines: readonly string[], functions: readonly WasmFunction[]): number {
  const name = lines.flatMap((line) => /^ \(export "QTS_RuntimeSetMaxStackSize" \(func (\S+)\)\)$/.exec(line)?.[1] ?? [])[0];
  const setter = functions.find((fn) => fn.name === name);
  const stores = lines.slice(setter?.first, setter?.last).flatMap((line) => /^ {2}\(i32\.store offset=(\d+)$/.exec(line)?.[1] ?? []);
  if (setter === undefined || stores.length !== 2) throw unknown("JSRuntime.stack_limit");
  return Number(stores[1]);
}

/** JSContext.rt: what nearly every check of the limit loads before it. */
function runtimeOffset(lines: readonly string[], limit: number): number {
  const offsets = lines.flatMap((line, at) =>
    line.trim() === `(i32.load offset=${limit}` ? (/\(i32\.load offset=(\d+)$/.exec(lines[at + 1] ?? "")?.[1] ?? []) : [],
  );
  const counted = Object.entries(Object.groupBy(offsets, (offset) => offset)).map(([offset, all]) => ({ offset, times: all?.length ?? 0 }));
  const most = counted.toSorted((a, b) => b.times - a.times)[0];
  if (most === undefined || most.times < 3) throw unknown("JSContext.rt");
  return Number(most.offset);
}

function unknown(what: string): Error {
  return new Error(`error-room: the engine has no ${what} of the expected form; see sandbox/README.md, “Updating the engine”`);
}
