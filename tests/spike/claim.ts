/** A sentence about the sandbox that a measurement bears out or refutes. */
export interface Claim {
  readonly claim: string;
  readonly holds: boolean;
  /** The figures. */
  readonly detail: string;
}

/** What a section hands back: claims, and lines of figures that claim nothing. */
export interface Findings {
  readonly claims: readonly Claim[];
  readonly figures?: readonly string[];
}

/** Those of `names` for which `wrong` has something to say, with what it says. */
export function exceptions(names: Iterable<string>, wrong: (name: string) => string | undefined): string {
  return [...names].flatMap((name) => (wrong(name) === undefined ? [] : [`${name}: ${wrong(name)}`])).join("; ");
}
