/** What the test hands to the process of a group. */
import type { Case } from "../case.ts";

export interface Job extends Pick<Case, "name" | "events" | "http" | "streams"> {
  readonly Runtime: string;
  readonly Handler: string;
  /** Holds task, tmp and opt in the place of /var/task, /tmp and /opt. */
  readonly root: string;
  /** The handler's module. */
  readonly file: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly startsAt: string;
  readonly function: { readonly FunctionName: string; readonly MemorySize: number; readonly Timeout: number };
}
