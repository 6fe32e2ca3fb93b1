import type { CallGraph } from "./functions.ts";

/**
 * The nodes that can reach themselves: Tarjan's strongly connected components of more than one node, and nodes with an edge to
 * themselves. Without recursion of its own: the engine's graph is deep.
 */
export function inCycles(graph: CallGraph): Set<string> {
  const found = new Set<string>();
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const path: string[] = [];
  const onPath = new Set<string>();
  for (const root of graph.keys()) {
    if (order.has(root)) continue;
    const open = [enter(root)];
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const step = top.edges.next();
      if (step.done) {
        open.pop();
        lower(open.at(-1)?.node, low.get(top.node));
        if (low.get(top.node) === order.get(top.node)) close(top.node);
      } else if (!graph.has(step.value)) continue;
      else if (!order.has(step.value)) open.push(enter(step.value));
      else if (onPath.has(step.value)) lower(top.node, order.get(step.value));
    }
  }
  return found;

  function enter(node: string): { readonly node: string; readonly edges: Iterator<string> } {
    low.set(node, order.size);
    order.set(node, order.size);
    path.push(node);
    onPath.add(node);
    return { node, edges: edgesOf(graph, node).values() };
  }

  function lower(node: string | undefined, to: number | undefined): void {
    if (node !== undefined && to !== undefined) low.set(node, Math.min(low.get(node) ?? to, to));
  }

  function close(node: string): void {
    const members = path.splice(path.lastIndexOf(node));
    for (const member of members) onPath.delete(member);
    if (members.length > 1 || edgesOf(graph, node).has(node)) for (const member of members) found.add(member);
  }
}

/** The weight of the heaviest path from `start` on, itself not counted, that stays in `within`; which must have no cycle. */
export function heaviestPath(graph: CallGraph, within: ReadonlySet<string>, weight: (node: string) => number, start: string): number {
  const known = new Map<string, number>();
  const from = (node: string): number => {
    const before = known.get(node);
    if (before !== undefined) return before;
    let most = 0;
    for (const next of edgesOf(graph, node)) if (within.has(next)) most = Math.max(most, weight(next) + from(next));
    known.set(node, most);
    return most;
  };
  return from(start);
}

/** Whether `start` can be reached from itself by nodes of `within`. */
export function closesCycle(graph: CallGraph, within: ReadonlySet<string>, start: string): boolean {
  const seen = new Set<string>();
  const open = [start];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const next of edgesOf(graph, node)) {
      if (next === start) return true;
      if (!within.has(next) || seen.has(next)) continue;
      seen.add(next);
      open.push(next);
    }
  }
  return false;
}

export function reversed(graph: CallGraph): CallGraph {
  const callers = new Map<string, Set<string>>();
  for (const [from, edges] of graph) for (const to of edges) callers.set(to, (callers.get(to) ?? new Set()).add(from));
  return callers;
}

const NONE: ReadonlySet<string> = new Set();

function edgesOf(graph: CallGraph, node: string): ReadonlySet<string> {
  return graph.get(node) ?? NONE;
}
