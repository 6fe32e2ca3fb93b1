import { readdirSync, readFileSync } from "node:fs";

export interface MemoryWatch {
  /** What grows is counted from here on. */
  mark(): void;
  /** The most that the processes grew by since the mark, in bytes; undefined where the operating system does not tell. */
  stop(): number | undefined;
}

/** Watches the memory of this process and all that it started. Only Linux tells. */
export function watchMemory(): MemoryWatch {
  let marked = privateBytes() ?? 0;
  let peak = marked;
  const look = () => {
    peak = Math.max(peak, privateBytes() ?? 0);
  };
  const timer = setInterval(look, 20);
  return {
    mark() {
      marked = privateBytes() ?? 0;
      peak = marked;
    },
    stop() {
      look();
      clearInterval(timer);
      return privateBytes() === undefined ? undefined : peak - marked;
    },
  };
}

/** Resident bytes that belong to the processes alone: what browsers share among their processes would count many times. */
function privateBytes(): number | undefined {
  const parents = new Map<number, number>();
  const bytes = new Map<number, number>();
  try {
    for (const entry of readdirSync("/proc")) {
      if (!/^\d+$/.test(entry)) continue;
      const status = statusOf(entry);
      parents.set(Number(entry), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0));
      bytes.set(Number(entry), Number(/^RssAnon:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024);
    }
  } catch {
    return undefined; // no /proc
  }
  let sum = 0;
  for (const [pid, own] of bytes) if (descends(pid, parents)) sum += own;
  return sum;
}

function statusOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    return ""; // it ended meanwhile
  }
}

function descends(pid: number, parents: ReadonlyMap<number, number>): boolean {
  for (let at: number | undefined = pid; at !== undefined && at > 0; at = parents.get(at)) if (at === process.pid) return true;
  return false;
}
