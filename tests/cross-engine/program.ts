/**
 * A program that runs in several JavaScript engines and says the same everywhere, or shows where they differ.
 *
 * An entry file exports `program`; bundle.ts makes one script of it, and each place (places/) runs that script: Node's main
 * thread, a Node worker thread, a dedicated worker in Chromium, a dedicated worker in Firefox.
 */
export type PlaceName = "node" | "node-worker" | "chromium" | "firefox";

/** `input` and the answer are JSON values. An exception becomes a Report with `ok: false`. */
export type Program = (platform: Platform, input: unknown) => unknown;

export interface Platform {
  readonly place: PlaceName;
  /** The content of a file that the job names, wherever the program runs. */
  file(name: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Tells the runner something while the program runs: it survives where the program does not. */
  progress(value: unknown): void;
  /** A clock for measuring, in milliseconds; its steps are 0.02 ms at most. */
  now(): number;
}

export interface Job {
  /** The bundled program. */
  readonly script: string;
  /** What the program can read: name → path on this machine. */
  readonly files: Readonly<Record<string, string>>;
  readonly input: unknown;
  readonly timeoutMs: number;
  readonly onProgress?: (value: unknown) => void;
}

export type Report = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

/** Somewhere to run programs. Each run has a thread of its own. */
export interface Place {
  readonly name: PlaceName;
  readonly version: string;
  run(job: Job): Promise<Report>;
  /** Ends every process that the place started. */
  close(): Promise<void>;
}

export interface Skipped {
  readonly name: PlaceName;
  readonly skipped: string;
}
