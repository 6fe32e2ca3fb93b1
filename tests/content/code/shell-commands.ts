/** A shell script's simple commands, with the words that the shell would hand to each. Whether it is a script at all, `sh -n` says. */

export interface ShellCommand {
  /** From 1, of the first word. */
  readonly line: number;
  readonly words: readonly ShellWord[];
}

export interface ShellWord {
  /** Without quotes; `$name` and `$(…)` as they are written. */
  readonly text: string;
  readonly line: number;
}

const RESERVED = new Set(["if", "then", "elif", "else", "fi", "while", "until", "do", "done", "for", "in", "case", "esac", "!", "{", "}"]);

export function shellCommands(script: string): readonly ShellCommand[] {
  return commandsFrom({ script, at: 0, line: 1 }, undefined);
}

/** Where reading stands; moved by what reads. */
interface Cursor {
  readonly script: string;
  at: number;
  line: number;
}

/** Up to the closing parenthesis, or to the end. */
function commandsFrom(cursor: Cursor, close: ")" | undefined): ShellCommand[] {
  const found: ShellCommand[] = [];
  let words: ShellWord[] = [];
  let isTarget = false;
  const end = () => {
    const first = words.findIndex(({ text }) => !RESERVED.has(text) && !/^[A-Za-z_]\w*=/.test(text));
    const line = words[first]?.line;
    if (line !== undefined) found.push({ line, words: words.slice(first) });
    words = [];
  };
  while (cursor.at < cursor.script.length) {
    const next = cursor.script[cursor.at] ?? "";
    if (next === close) {
      cursor.at += 1;
      break;
    }
    if (next === "\n" || ";&|()".includes(next)) {
      end();
      if (next === "\n") cursor.line += 1;
      cursor.at += 1;
    } else if (/[ \t\r]/.test(next)) cursor.at += 1;
    else if (cursor.script.startsWith("\\\n", cursor.at)) {
      cursor.at += 2;
      cursor.line += 1;
    } else if (next === "#") while (cursor.at < cursor.script.length && cursor.script[cursor.at] !== "\n") cursor.at += 1;
    else if (/^\d?[<>]/.test(cursor.script.slice(cursor.at, cursor.at + 2))) {
      cursor.at += /^\d?(?:>>|<<|[<>]&?)/.exec(cursor.script.slice(cursor.at))?.[0].length ?? 1;
      isTarget = true;
    } else {
      const word = wordFrom(cursor, found);
      // The file that a redirection names is no word of the command.
      if (!isTarget) words.push(word);
      isTarget = false;
    }
  }
  end();
  return found;
}

/** Commands inside `$(…)` join `found`. */
function wordFrom(cursor: Cursor, found: ShellCommand[]): ShellWord {
  const { line } = cursor;
  let text = "";
  let quote: '"' | undefined;
  while (cursor.at < cursor.script.length) {
    const next = cursor.script[cursor.at] ?? "";
    if (quote === undefined && /[\s;&|()<>]/.test(next)) break;
    if (next === "\n") cursor.line += 1;
    if (next === '"') {
      quote = quote === undefined ? '"' : undefined;
      cursor.at += 1;
    } else if (next === "'" && quote === undefined) {
      const end = cursor.script.indexOf("'", cursor.at + 1);
      const inside = cursor.script.slice(cursor.at + 1, end === -1 ? undefined : end);
      text += inside;
      cursor.line += inside.split("\n").length - 1;
      cursor.at += inside.length + 2;
    } else if (next === "\\") {
      const escaped = cursor.script[cursor.at + 1] ?? "";
      if (escaped === "\n") cursor.line += 1;
      else text += escaped;
      cursor.at += 2;
    } else if (cursor.script.startsWith("$(", cursor.at)) {
      const start = cursor.at;
      cursor.at += 2;
      found.push(...commandsFrom(cursor, ")"));
      text += cursor.script.slice(start, cursor.at);
    } else {
      text += next;
      cursor.at += 1;
    }
  }
  return { text, line };
}
