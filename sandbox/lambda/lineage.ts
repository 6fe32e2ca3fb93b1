/**
 * How often a function has been invoked by the same triggering event: X-Ray's header carries it along, and Lambda stops a loop by
 * it (developer guide, "Use Lambda recursive loop detection to prevent infinite loops"; AWS Compute Blog, July 2023).
 *
 *     Root=…;Parent=…;Sampled=0;Lineage=1:a87bd80c:3|68fd508a:2
 *                                         └ function └ invocations
 *
 * That the hash is the function's and that entries are joined by | is as headers look that were seen; AWS documents neither. [INF]
 */
/** Invocations of the function in the chain that the header's request stands at the end of. */
export function invocationsIn(header: string | undefined, functionArn: string): number {
  return entriesOf(header).get(keyOf(functionArn)) ?? 0;
}

/** The header of what an invocation of the function, which came with `header`, sends on. */
export function sentOn(header: string, functionArn: string): string {
  const entries = new Map(entriesOf(header));
  const key = keyOf(functionArn);
  entries.set(key, (entries.get(key) ?? 0) + 1);
  const lineage = [...entries].map(([name, count]) => `${name}:${count}`).join("|");
  const others = fieldsOf(header).filter((field) => !field.startsWith(PREFIX));
  return [...others, `${PREFIX}1:${lineage}`].join(";");
}

/** Of several headers the one whose event has come the longest way; a batch is stopped by it. [INF] */
export function longestLineage(headers: readonly (string | undefined)[], functionArn: string): string | undefined {
  let longest: string | undefined;
  for (const header of headers) {
    if (longest === undefined || invocationsIn(header, functionArn) > invocationsIn(longest, functionArn)) longest = header ?? longest;
  }
  return longest;
}

const PREFIX = "Lineage=";

const fieldsOf = (header: string | undefined) => (header ?? "").split(";").filter((field) => field !== "");

/** Those that have been counted: a new header's `1:<hash>:0` says nothing yet. */
function entriesOf(header: string | undefined): ReadonlyMap<string, number> {
  const field = fieldsOf(header).find((one) => one.startsWith(PREFIX));
  const entries = (field?.slice(PREFIX.length).replace(/^1:/, "") ?? "").split("|").map((entry) => entry.split(":"));
  return new Map(entries.flatMap(([key = "", count]): [string, number][] => (Number(count) > 0 ? [[key, Number(count)]] : [])));
}

/** Eight hex digits: FNV-1a. What AWS hashes, and how, is its own affair. [INF] */
function keyOf(functionArn: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < functionArn.length; index += 1) hash = Math.imul(hash ^ functionArn.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
