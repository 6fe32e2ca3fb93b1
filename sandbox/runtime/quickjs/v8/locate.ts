/**
 * Finds what a frame of the engine was doing: the address of its instruction, back to a place in the program's text.
 *
 * The engine's own tables say little: between two calls all instructions have one position, most often a statement's. But the
 * compiler goes through the text in a known order, so the third `get name` of a routine's code is the third `.name` of its text.
 */
import { type FunctionCode, type Instruction, startOfInstruction } from "./function-code.ts";
import type { Operation } from "./operation-keys.ts";
import { operationsOf } from "./operations.ts";
import { positionAt } from "./position.ts";
import type { Program, Routine } from "./program.ts";

/** The routine of a program that a function was compiled from. */
export function routineOf(program: Program, code: FunctionCode): Routine | undefined {
  const known = routines.get(code);
  if (known?.program === program) return known.routine;
  const routine = findRoutine(program, code);
  routines.set(code, { program, routine });
  return routine;
}

const routines = new WeakMap<FunctionCode, { readonly program: Program; readonly routine: Routine | undefined }>();

function findRoutine(program: Program, code: FunctionCode): Routine | undefined {
  if (code.text === "") return code.name === "<class_fields_init>" ? undefined : program.file;
  if (program.commonJs && code.line === 1 && code.text.startsWith("function (exports, require, module,")) return program.file;
  const same = program.routines.filter((routine) => hasText(program, routine, code.text));
  if (same.length < 2) return same[0];
  const nearest = (routine: Routine) => {
    const { line, column } = positionAt(program, startOf(routine, code));
    return Math.abs(line - code.line) * 10_000 + Math.abs(column - code.column);
  };
  return same.reduce((best, routine) => (nearest(routine) < nearest(best) ? routine : best));
}

/** Functions can end at the same place: `(a) => (b) => a + b`. */
function hasText(program: Program, routine: Routine, text: string): boolean {
  if (routine.kind === "file" || routine.kind === "fields") return false;
  const start = endOf(routine) - text.length;
  return start >= 0 && beginsAt(routine, start) && program.text.startsWith(text, start);
}

function beginsAt(routine: Routine, start: number): boolean {
  switch (routine.kind) {
    case "constructor":
      return start === routine.class.start;
    case "function": {
      // The engine has a method begin with its name, or with `async`, `get`, `*` before it.
      const isMethod =
        routine.owner.type === "MethodDefinition" ||
        (routine.owner.type === "Property" && (routine.owner.method || routine.owner.kind !== "init"));
      return isMethod ? start >= routine.owner.start && start <= routine.node.start : start === routine.node.start;
    }
    default:
      return start >= (routine.node?.start ?? 0);
  }
}

const endOf = (routine: Routine) => (routine.kind === "constructor" ? routine.class.end : (routine.node?.end ?? 0));

function startOf(routine: Routine, code: FunctionCode): number {
  return endOf(routine) - code.text.length;
}

/** The operation that a frame is carrying out, whose engine's address is `pc`. */
export function operationAt(routine: Routine, code: FunctionCode, pc: number): Operation | undefined {
  const instruction = instructionAt(code, pc);
  return instruction && matches(routine, code).get(instruction);
}

function instructionAt(code: FunctionCode, pc: number): Instruction | undefined {
  const start = startOfInstruction(code, pc);
  let low = 0;
  let high = code.instructions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((code.instructions[middle]?.pc ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return code.instructions[low]?.pc === start ? code.instructions[low] : undefined;
}

const aligned = new WeakMap<FunctionCode, ReadonlyMap<Instruction, Operation>>();

function matches(routine: Routine, code: FunctionCode): ReadonlyMap<Instruction, Operation> {
  const known = aligned.get(code);
  if (known !== undefined) return known;
  const found = align(code.instructions, operationsOf(routine));
  aligned.set(code, found);
  return found;
}

/**
 * Pairs instructions with operations. Where a key is as frequent in both, by counting; where the compiler left dead code out or
 * added code of its own, by the neighbours that could be paired.
 */
function align(instructions: readonly Instruction[], operations: readonly Operation[]): Map<Instruction, Operation> {
  const found = new Map<Instruction, Operation>();
  const places = new Map<Instruction, number>();
  const byKey = grouped(operations.map(({ key }, index) => ({ key, index })));
  const uncertain: Instruction[] = [];
  for (const [key, ofKey] of grouped(instructions)) {
    const candidates = byKey.get(key) ?? [];
    if (candidates.length !== ofKey.length) {
      uncertain.push(...ofKey);
      continue;
    }
    for (const [nth, instruction] of ofKey.entries()) place(instruction, candidates[nth]?.index ?? 0);
  }
  const order = new Map(instructions.map((instruction, at) => [instruction, at]));
  const used = new Set(places.values());
  for (const instruction of uncertain) {
    const index = between(order.get(instruction) ?? 0, instructions, places, used, byKey.get(instruction.key) ?? []);
    if (index === undefined) continue;
    used.add(index);
    place(instruction, index);
  }
  return found;

  function place(instruction: Instruction, index: number): void {
    const operation = operations[index];
    if (operation === undefined) return;
    places.set(instruction, index);
    found.set(instruction, operation);
  }
}

/** The first unused candidate between the paired instructions around one. */
function between(
  at: number,
  instructions: readonly Instruction[],
  places: ReadonlyMap<Instruction, number>,
  used: ReadonlySet<number>,
  candidates: readonly { readonly index: number }[],
): number | undefined {
  const placed = (index: number) => places.get(instructions[index] as Instruction);
  let before = at - 1;
  while (before >= 0 && placed(before) === undefined) before -= 1;
  const after = before < 0 ? -1 : (placed(before) ?? -1);
  let next = at + 1;
  while (next < instructions.length && (placed(next) ?? -1) <= after) next += 1;
  const limit = next < instructions.length ? (placed(next) ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
  return candidates.find(({ index }) => index > after && index < limit && !used.has(index))?.index;
}

function grouped<T extends { readonly key: string }>(items: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.key);
    if (group === undefined) groups.set(item.key, [item]);
    else group.push(item);
  }
  return groups;
}
