/** What a class has of types besides annotations: heritage, modifiers, members without code. */
import type { Blanks } from "./blanks.ts";
import { child, type Node } from "./nodes.ts";

/** Annotations and what is below is left to the walk through the tree. */
export function eraseClass(node: Node, blanks: Blanks): void {
  const body = child(node, "body");
  const heritage = node.implements as readonly Node[] | undefined;
  const first = heritage?.[0];
  const last = heritage?.at(-1);
  if (first !== undefined && last !== undefined) blanks.add(blanks.wordBefore(first.start), last.end);
  if (node.abstract === true) eraseWords(startOf(node), body.start, new Set(["abstract"]), blanks);
  for (const member of body.body as readonly Node[]) eraseMember(member, blanks);
}

const MODIFIERS = new Set(["public", "private", "protected", "readonly", "override", "abstract", "declare"]);

function eraseMember(member: Node, blanks: Blanks): void {
  if (isSignature(member)) return blanks.add(member.start, member.end);
  const key = member.key as Node | undefined;
  if (key === undefined) return;
  const keyStart = member.computed === true ? blanks.before(key.start) : key.start;
  const erased = eraseWords(startOf(member), keyStart, MODIFIERS, blanks);
  const first = erased[0];
  // Without its modifier it could go on with the member before it.
  if (first?.start === startOf(member) && member.static !== true && couldContinue(member, key, blanks)) blanks.put(first.start, ";");
  if (member.optional === true || member.definite === true) {
    const mark = blanks.after(member.computed === true ? blanks.after(key.end) + 1 : key.end);
    if (/[?!]/.test(blanks.text.charAt(mark))) blanks.add(mark, mark + 1);
  }
}

/** Nothing of it is left to run. */
function isSignature(member: Node): boolean {
  if (member.type === "TSIndexSignature" || member.type === "TSDeclareMethod" || member.type === "TSAbstractMethodDefinition") return true;
  if (member.declare === true || member.abstract === true) return true;
  const value = member.value as Node | null | undefined;
  return member.type === "MethodDefinition" && (value === null || value === undefined || value.body === undefined || value.body === null);
}

function couldContinue(member: Node, key: Node, { text }: Blanks): boolean {
  const value = member.value as Node | null | undefined;
  return member.computed === true || value?.generator === true || /^(?:in|instanceof)$/.test(text.slice(key.start, key.end));
}

/** After its decorators. */
function startOf(node: Node): number {
  const last = ((node.decorators ?? []) as readonly Node[]).at(-1);
  return last === undefined ? node.start : Math.max(node.start, last.end);
}

interface Word {
  readonly start: number;
  readonly end: number;
}

/** Blanks these words up to the first thing that is no word. */
function eraseWords(from: number, to: number, words: ReadonlySet<string>, blanks: Blanks): readonly Word[] {
  const erased: Word[] = [];
  for (let start = blanks.after(from); start < to; ) {
    const word = /^[A-Za-z]+/.exec(blanks.text.slice(start, Math.min(to, start + 12)))?.[0];
    if (word === undefined) break;
    const end = start + word.length;
    if (words.has(word)) {
      blanks.add(start, end);
      erased.push({ start, end });
    }
    start = blanks.after(end);
  }
  return erased;
}
