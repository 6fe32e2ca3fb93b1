/** The engine's own idea of where an instruction stands (find_line_num in quickjs.c): what its CallSite objects say. */

/** JSFunctionBytecode's table: an operation, then the change of the column as a signed LEB128. */
const FIRST = 1;
const LINES = 5;
const BASE = -1;

export function engineLine(
  table: Uint8Array,
  from: { readonly line: number; readonly column: number },
  pc: number,
): [line: number, column: number] {
  if (table.length === 0) return [from.line, 1];
  let { line, column } = from;
  let at = 0;
  let address = 0;
  while (at < table.length) {
    const operation = table[at] ?? 0;
    at += 1;
    let nextLine: number;
    if (operation === 0) {
      address += unsigned();
      nextLine = line + signed();
    } else {
      address += Math.floor((operation - FIRST) / LINES);
      nextLine = line + ((operation - FIRST) % LINES) + BASE;
    }
    const nextColumn = column + signed();
    if (pc < address) break;
    line = nextLine;
    column = nextColumn;
  }
  return [line, column];

  function unsigned(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = table[at] ?? 0;
      at += 1;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  }

  /** The sign is in the lowest bit (get_sleb128). */
  function signed(): number {
    const value = unsigned();
    return (value >>> 1) ^ -(value & 1);
  }
}
