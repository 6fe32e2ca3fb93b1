/**
 * Strings that AWS was seen to write, quoted once from the facts that this project is built on (fidelity.md, which is no part
 * of the repository), and compared as patterns. `recorded.test.ts` checks that each of them stands there word for word.
 *
 * How a quotation becomes a pattern:
 * - `<uuid>`, `<request-id>`, `<reqId>`, `<requestId>`, `<id>`: any request id; `<ISO>`: any time as 2026-11-22T07:00:00.000Z;
 *   `<64 hex>`, `<32 hex>`: so many hexadecimal digits; `L:C`: a line and a column;
 * - `…`: anything;
 * - a number of milliseconds, and of MB in "Max Memory Used": any number with as many decimals, unless the test wants it exact;
 * - `fill` replaces what varies with the test, such as the handler's name in `<full>`;
 * - a final line feed is the end of the log line, which a trace does not keep.
 */
export interface Recorded {
  /** As it stands in fidelity.md; a tab and a line feed may be written there as \t and \n. */
  readonly quotation: string;
  readonly pattern: RegExp;
}

export interface RecordedOptions {
  /** What of the quotation stands for something else here: text, or a pattern. */
  readonly fill?: Readonly<Record<string, string | RegExp>>;
  /** Numbers are compared as they are. */
  readonly exact?: boolean;
  /** The quotation is the whole of what is compared, not a part of it. */
  readonly whole?: boolean;
}

const quotations = new Set<string>();

/** Everything quoted by the modules that are loaded. */
export const allQuotations = (): readonly string[] => [...quotations];

export function fidelity(quotation: string, { fill = {}, exact = false, whole = false }: RecordedOptions = {}): Recorded {
  quotations.add(quotation);
  const body = patternOf(quotation.replace(/\n$/, ""), fill, exact);
  return { quotation, pattern: new RegExp(whole ? `^${body}$` : body, "s") };
}

const UUID = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
const PLACEHOLDERS: Readonly<Record<string, string>> = {
  "<uuid>": UUID,
  "<request-id>": UUID,
  "<reqId>": UUID,
  "<requestId>": UUID,
  "<id>": UUID,
  "<ISO>": "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z",
  "<64 hex>": "[0-9a-f]{64}",
  "<32 hex>": "[0-9a-f]{32}",
  "L:C": "\\d+:\\d+",
  "…": ".*",
};

/** Numbers that vary from run to run: durations, and the memory used. */
const DURATION = /^((?:Billed |Init )?Duration: )\d+(\.\d+)?( ms)/;
const MEMORY_USED = /^(Max Memory Used: )\d+()( MB)/;

function patternOf(text: string, fill: NonNullable<RecordedOptions["fill"]>, exact: boolean): string {
  const stands = { ...PLACEHOLDERS, ...Object.fromEntries(Object.entries(fill).map(([key, value]) => [key, sourceOf(value)])) };
  // The longest first, so that one that another begins with is not taken for it.
  const keys = Object.keys(stands).sort((a, b) => b.length - a.length);
  let pattern = "";
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    const key = keys.find((candidate) => rest.startsWith(candidate));
    const number = MEMORY_USED.exec(rest) ?? (exact ? null : DURATION.exec(rest));
    if (key !== undefined) {
      pattern += stands[key];
      at += key.length;
    } else if (number !== null) {
      const [whole, label = "", decimals = "", unit = ""] = number;
      pattern += `${label}\\d+${decimals === "" ? "" : `\\.\\d{${decimals.length - 1}}`}${unit}`;
      at += whole.length;
    } else {
      pattern += escaped(text.charAt(at));
      at += 1;
    }
  }
  return pattern;
}

const sourceOf = (value: string | RegExp) => (typeof value === "string" ? escaped(value) : value.source);

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
