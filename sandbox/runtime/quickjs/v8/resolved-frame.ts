/**
 * The frames of an error, each with the place in the program's text that it stands for.
 */

import { COMMONJS_WRAPPER } from "../modules/commonjs-wrapper.ts";
import { engineLine } from "./engine-line.ts";
import type { Frame } from "./frames.ts";
import { operationAt, routineOf } from "./locate.ts";
import type { Operation } from "./operation-keys.ts";
import { operationPosition, routinePosition } from "./operation-positions.ts";
import { type Position, positionAt } from "./position.ts";
import { type Program, programOf, type Routine } from "./program.ts";
import type { GuestFrame, Sources } from "./raw-error.ts";

export interface ResolvedFrame {
  readonly raw: GuestFrame;
  /** Undefined where the engine has no frame: the place of a syntax error. */
  readonly frame: Frame | undefined;
  /** The one below, also where it is one of our own. */
  readonly caller: Frame | undefined;
  /** The three are undefined where the program's text does not say them. */
  readonly program: Program | undefined;
  readonly routine: Routine | undefined;
  readonly operation: Operation | undefined;
}

export interface Resolution {
  readonly frames: readonly ResolvedFrame[];
  /** Where in a file, or in a text, the engine could not read on: it says that with a frame that no function has. */
  readonly place: GuestFrame | undefined;
  /** What the topmost frame called to make the error, where that is one of ours or built in. */
  readonly maker: Frame | undefined;
}

/** Pairs what the engine says with what it keeps, and looks both up in the programs. */
export function resolveFrames(raws: readonly GuestFrame[], frames: readonly Frame[], sources: Sources): Resolution {
  const [place, ...others] = raws;
  const indices = pairs(raws, frames);
  if (indices === undefined && place !== undefined && !place.native && pairs(others, frames) !== undefined)
    return { ...resolveFrames(others, frames, sources), place, maker: undefined };
  const resolved: ResolvedFrame[] = [];
  // From the outermost in: what a routine without a text of its own is, its caller says.
  for (const [nth, raw] of [...raws.entries()].reverse()) {
    const index = indices?.[nth] ?? frames.length;
    resolved.unshift(resolve(raw, frames[index], frames[index + 1], resolved[0], sources));
  }
  return { frames: resolved, place: undefined, maker: frames[(indices?.[0] ?? 0) - 1] };
}

const OWN_FILES = "lambda-lab:";

export const isOurs = (frame: Frame | undefined) => frame?.code?.file.startsWith(OWN_FILES) === true;

/** Which frame each of `raws` is, from the first on that the topmost can be. */
function pairs(raws: readonly GuestFrame[], frames: readonly Frame[]): number[] | undefined {
  for (let start = 0; start + raws.length <= frames.length; start += 1) {
    const indices = pairsFrom(start, raws, frames);
    if (indices !== undefined) return indices;
  }
  return undefined;
}

function pairsFrom(start: number, raws: readonly GuestFrame[], frames: readonly Frame[]): number[] | undefined {
  const indices: number[] = [];
  let at = start;
  for (const raw of raws) {
    while (isPassedOver(frames, at) && !same(raw, frames[at] as Frame)) at += 1;
    const frame = frames[at];
    if (frame === undefined || !same(raw, frame)) return undefined;
    indices.push(at);
    at += 1;
  }
  return indices;
}

/** The guest leaves out our own frames, and can leave out built-in functions that we call. */
function isPassedOver(frames: readonly Frame[], index: number): boolean {
  const frame = frames[index];
  return isOurs(frame) || (frame?.code === undefined && isOurs(frames[index + 1]));
}

function same(raw: GuestFrame, { code, pc }: Frame): boolean {
  if (code === undefined) return raw.native;
  if (raw.native || raw.file !== code.file) return false;
  if (pc < 0) return true;
  const [line, column] = engineLine(code.lines, code, pc - 1);
  return line === raw.line && column === raw.column;
}

function resolve(
  raw: GuestFrame,
  frame: Frame | undefined,
  caller: Frame | undefined,
  below: ResolvedFrame | undefined,
  sources: Sources,
): ResolvedFrame {
  const text = raw.native ? undefined : sources.source(raw.file);
  const program = text === undefined ? undefined : programOf(text, !raw.file.startsWith("file:"));
  const nothing = { raw, frame, caller, program, routine: undefined, operation: undefined };
  if (program === undefined || frame?.code === undefined) return nothing;
  const routine = (below && initialized(below, program)) ?? routineOf(program, frame.code);
  if (routine === undefined) return nothing;
  return { ...nothing, routine, operation: frame.pc < 0 ? undefined : operationAt(routine, frame.code, frame.pc) };
}

/** The field initializers that a constructor or a class definition is calling. */
function initialized(below: ResolvedFrame, program: Program): Routine | undefined {
  const { operation, routine } = below;
  if (operation?.key !== "method 0" || routine === undefined || below.program !== program) return undefined;
  const { node } = operation;
  if (node.type === "CallExpression" && node.callee.type === "Super") return fieldsOf(program, enclosingClass(routine), false);
  if (node.type === "ClassDeclaration" || node.type === "ClassExpression")
    return fieldsOf(program, node, routine.kind !== "constructor" || routine.class !== node);
  return undefined;
}

function enclosingClass(routine: Routine): unknown {
  for (let at: Routine | undefined = routine; at !== undefined; at = at.parent) if (at.kind === "constructor") return at.class;
  return undefined;
}

function fieldsOf(program: Program, of: unknown, isStatic: boolean): Routine | undefined {
  return program.routines.find((routine) => routine.kind === "fields" && routine.class === of && routine.static === isStatic);
}

/** 1-based, as V8 says it. `part`: which of a template's values is meant. */
export function positionOf({ raw, frame, program, routine, operation }: ResolvedFrame, part: number): Position {
  if (program === undefined || routine === undefined) return enginePosition(raw);
  if (operation !== undefined) return positionAt(program, operationPosition(program, routine, operation, part));
  if (frame?.code !== undefined && frame.pc >= 0) {
    const before = frame.code.instructions.findLast(({ pc }) => pc < frame.pc);
    const last = before && operationAt(routine, frame.code, before.pc + 1);
    if (last !== undefined) return positionAt(program, operationPosition(program, routine, last));
  }
  return positionAt(program, routinePosition(routine));
}

function enginePosition({ file, line, column }: GuestFrame): Position {
  const shift = line === 1 && !file.startsWith("file:") ? COMMONJS_WRAPPER[0].length : 0;
  return { line, column: Math.max(1, column - shift) };
}
