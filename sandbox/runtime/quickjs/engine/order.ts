/**
 * Puts functions that look alike next to each other. gzip refers back to the last 32 kB only, and the engine has 460 kB of code: in
 * this order its file is 3 % lighter, and nothing else about it changes.
 */

/** So many lines that follow each other are one feature of a function. */
const LINES_OF_FEATURE = 4;

/** A feature that more functions have says nothing about any two of them; of the others, the rarer says more. */
const MOST_OWNERS = 20;

/** How far back likeness is looked for: lines, of which gzip's window holds half as many again. */
const WINDOW_LINES = 14_000;

/** A long function has more in common with anything: between 0, which ignores that, and 1, which counts features by the line. */
const WEIGHT_OF_LENGTH = 0.8;

interface Block {
  readonly lines: readonly string[];
  readonly features: ReadonlySet<string>;
}

/** `text`: a module as binaryen writes it. The same module, its functions in another order. */
export function byLikeness(text: string): string {
  const lines = text.split("\n");
  const first = lines.findIndex(beginsFunction);
  const end = lines.lastIndexOf(" )") + 1;
  const ordered = inOrder(blocksOf(lines.slice(first, end)));
  return [...lines.slice(0, first), ...ordered.flatMap((block) => block.lines), ...lines.slice(end)].join("\n");
}

const beginsFunction = (line: string) => line.startsWith(" (func ");

function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  for (let start = 0; start < lines.length; ) {
    if (!beginsFunction(lines[start] as string)) throw new Error(`order: between two functions stands ${lines[start]}`);
    const end = lines.indexOf(" )", start) + 1;
    const own = lines.slice(start, end);
    blocks.push({ lines: own, features: featuresOf(own.slice(1)) });
    start = end;
  }
  return blocks;
}

function featuresOf(lines: readonly string[]): Set<string> {
  const instructions = lines.map((line) => line.trim());
  return new Set(instructions.slice(LINES_OF_FEATURE).map((_, at) => instructions.slice(at, at + LINES_OF_FEATURE).join()));
}

/** Greedy: after each function comes that which has most in common with those just before. */
function inOrder(blocks: readonly Block[]): Block[] {
  const owners = sharedFeatures(blocks);
  const left = new Set(blocks);
  const order: Block[] = [];
  for (let next = blocks[0]; next !== undefined; next = mostLike(recent(order), owners, left)) {
    order.push(next);
    left.delete(next);
  }
  return order;
}

function sharedFeatures(blocks: readonly Block[]): Map<string, Block[]> {
  const owners = new Map<string, Block[]>();
  for (const block of blocks) {
    for (const feature of block.features) {
      const known = owners.get(feature);
      if (known === undefined) owners.set(feature, [block]);
      else known.push(block);
    }
  }
  for (const [feature, { length }] of owners) if (length < 2 || length > MOST_OWNERS) owners.delete(feature);
  return owners;
}

function recent(order: readonly Block[]): Block[] {
  const found: Block[] = [];
  let lines = 0;
  for (let at = order.length - 1; at >= 0 && lines < WINDOW_LINES; at -= 1) {
    const block = order[at] as Block;
    found.push(block);
    lines += block.lines.length;
  }
  return found;
}

/** The first that is left where nothing is alike. */
function mostLike(before: readonly Block[], owners: ReadonlyMap<string, readonly Block[]>, left: ReadonlySet<Block>): Block | undefined {
  const features = new Set(before.flatMap((block) => [...block.features]));
  const common = new Map<Block, number>();
  for (const feature of features) {
    const having = owners.get(feature) ?? [];
    for (const owner of having) if (left.has(owner)) common.set(owner, (common.get(owner) ?? 0) + 1 / having.length);
  }
  const [first] = left;
  let best = first;
  let most = 0;
  for (const [block, weight] of common) {
    const likeness = weight / block.lines.length ** WEIGHT_OF_LENGTH;
    if (likeness <= most) continue;
    best = block;
    most = likeness;
  }
  return best;
}
