/** What the guest's `Error.prepareStackTrace` hook says of an error, and where the texts are. */
export interface GuestFrame {
  /** "" for none. */
  readonly functionName: string;
  /** "" for a function that is built in. */
  readonly file: string;
  /** The engine's: 1-based, often a statement's. */
  readonly line: number;
  readonly column: number;
  readonly native: boolean;
}

export interface RawError {
  readonly name: string;
  readonly message: string;
  /** Innermost first, without frames of our own files (`lambda-lab:…`). */
  readonly frames: readonly GuestFrame[];
}

export interface Sources {
  /** The text of a file as the learner wrote it, by the name under which the engine got it. */
  source(file: string): string | undefined;
}

/** How the engine refuses to enter a class that is called, and to leave one that returned something else. */
export const CLASS_CALLED = "class constructors must be invoked with 'new'";
export const BAD_RETURN = "derived class constructor must return an object or undefined";
