/** What of a text becomes blank, what stands in the blanks, and what stands around a place when comments are looked past. */
import type { Comment } from "./parser.ts";

interface Range {
  readonly start: number;
  readonly end: number;
  /** What stands there instead of blanks. */
  readonly by?: string;
}

export class Blanks {
  readonly text: string;
  readonly #ranges: Range[] = [];
  readonly #put = new Map<number, string>();
  readonly #commentAt = new Map<number, Comment>();
  readonly #commentEndingAt = new Map<number, Comment>();

  constructor(text: string, comments: readonly Comment[]) {
    this.text = text;
    for (const comment of comments) {
      this.#commentAt.set(comment.start, comment);
      this.#commentEndingAt.set(comment.end, comment);
    }
  }

  add(start: number, end: number): void {
    this.#ranges.push({ start, end });
  }

  /** Another text instead, and as many lines: for what is more than a type. */
  replace(start: number, end: number, by: string): void {
    this.#ranges.push({ start, end, by: by + this.text.slice(start, end).replace(/[^\n\r\u2028\u2029]/g, "") });
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  /** Puts a character over a blank. */
  put(at: number, character: string): void {
    this.#put.set(at, character);
  }

  /** The place of the next character that is no blank and no comment; the text's length where there is none. */
  after(from: number): number {
    let at = from;
    for (;;) {
      const comment = this.#commentAt.get(at);
      if (comment) at = comment.end;
      else if (at < this.text.length && isBlank(this.text.charAt(at))) at += 1;
      else return at;
    }
  }

  /** The place of the last character before `from` that is no blank and no comment; -1 where there is none. */
  before(from: number): number {
    let end = from;
    for (;;) {
      const comment = this.#commentEndingAt.get(end);
      if (comment) end = comment.start;
      else if (end > 0 && isBlank(this.text.charAt(end - 1))) end -= 1;
      else return end - 1;
    }
  }

  /** Where the word that ends before `from` begins. */
  wordBefore(from: number): number {
    let at = this.before(from);
    while (at > 0 && /[\w$]/.test(this.text.charAt(at - 1))) at -= 1;
    return at;
  }

  hasLineBreak(start: number, end: number): boolean {
    return /[\n\r\u2028\u2029]/.test(this.text.slice(start, end));
  }

  /** What follows on a new line begins with one of these. */
  continuesAfter(end: number, beginnings: RegExp): boolean {
    const next = this.after(end);
    return beginnings.test(this.text.slice(next, next + 2)) && this.hasLineBreak(end, next);
  }

  applied(): string {
    const blanked = this.#ranges.toSorted((a, b) => a.start - b.start);
    let result = "";
    let end = 0;
    for (const range of blanked) {
      if (range.by !== undefined) {
        if (range.start < end) throw new Error(`typescript: what stands at ${range.start} is replaced twice`);
        result += this.text.slice(end, range.start) + range.by;
        end = range.end;
        continue;
      }
      if (range.end <= end) continue;
      const start = Math.max(end, range.start);
      result += this.text.slice(end, start) + this.#blank(start, range.end);
      end = range.end;
    }
    return result + this.text.slice(end);
  }

  /** As many UTF-16 units, and as many bytes in UTF-8, as swc has it. */
  #blank(start: number, end: number): string {
    let blank = "";
    for (let at = start; at < end; at += 1) {
      const unit = this.text.charCodeAt(at);
      blank += this.#put.get(at) ?? blankFor(unit, this.text.charCodeAt(at - 1));
    }
    return blank;
  }
}

function blankFor(unit: number, before: number): string {
  if (unit === 0x0a || unit === 0x0d || unit === 0x2028 || unit === 0x2029) return String.fromCharCode(unit);
  if (unit < 0x80) return " ";
  if (unit < 0x800) return "\u00a0";
  if (unit >= 0xd800 && unit < 0xdc00) return " ";
  return unit >= 0xdc00 && unit < 0xe000 && before >= 0xd800 && before < 0xdc00 ? "\ufeff" : "\u2002";
}

const isBlank = (character: string) => /[\s\u2028\u2029\ufeff]/.test(character);
