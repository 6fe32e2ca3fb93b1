/** A program that ends with an error, and what an engine said of it. */
export interface Program {
  readonly title: string;
  /** Path below /var/task → text. */
  readonly files: Readonly<Record<string, string>>;
  readonly entry: string;
}

export interface Outcome {
  readonly name: string;
  readonly message: string;
  /** Without "    at ". The learner's part of the stack: nothing of the runtime, no `async` frames. */
  readonly frames: readonly string[];
  /** The stack's text before its first frame. */
  readonly header: string;
}
