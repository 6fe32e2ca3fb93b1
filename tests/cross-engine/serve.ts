/** The inner side of every place: runs in the thread where the program runs. */
import type { PlaceName, Platform, Program, Report } from "./program.ts";

export interface Start {
  readonly place: PlaceName;
  /** name → URL (browsers) or path (Node) */
  readonly files: Readonly<Record<string, string>>;
  readonly input: unknown;
}

export type Message = { readonly progress: unknown } | { readonly report: Report };

interface Channel {
  send(message: Message): void;
  read(location: string): Promise<Uint8Array<ArrayBuffer>>;
  onStart(begin: (start: Start) => void): void;
}

export function serve(program: Program): void {
  void channel().then((to) => {
    to.onStart((start) => {
      void answer(program, platform(start, to), start.input).then((report) => to.send({ report }));
    });
  });
}

async function answer(program: Program, platform: Platform, input: unknown): Promise<Report> {
  try {
    return { ok: true, value: (await program(platform, input)) ?? null };
  } catch (thrown) {
    // The one place where whatever a program throws ends: it becomes the report.
    return { ok: false, message: thrown instanceof Error ? `${thrown.name}: ${thrown.message}\n${thrown.stack ?? ""}` : String(thrown) };
  }
}

function platform(start: Start, to: Channel): Platform {
  return {
    place: start.place,
    file(name) {
      const location = start.files[name];
      if (location === undefined) throw new Error(`the job has no file "${name}"`);
      return to.read(location);
    },
    progress: (value) => to.send({ progress: value }),
    now: () => performance.now(),
  };
}

async function channel(): Promise<Channel> {
  return typeof process === "object" ? nodeChannel() : browserChannel();
}

async function nodeChannel(): Promise<Channel> {
  const { parentPort } = await import("node:worker_threads");
  const { readFile } = await import("node:fs/promises");
  return {
    send: (message) => (parentPort ? parentPort.postMessage(message) : process.send?.(message)),
    read: async (path) => new Uint8Array(await readFile(path)),
    onStart: (begin) => (parentPort ?? process).once("message", begin),
  };
}

function browserChannel(): Channel {
  return {
    send: (message) => self.postMessage(message),
    read: async (url) => new Uint8Array(await (await fetch(url)).arrayBuffer()),
    onStart: (begin) => {
      self.onmessage = (event: MessageEvent<Start>) => begin(event.data);
    },
  };
}
