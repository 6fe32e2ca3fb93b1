/** What an author says about a lab: content/chapters/<chapter>/labs/<name>/. */
import type { FunctionDefinition } from "../../sandbox/index.ts";

export interface LabDefinition {
  /** Its name in the book, and the seed of its chances. */
  readonly id: string;
  readonly title: string;
  readonly function: FunctionDefinition;
  /** JSON text of the event. */
  readonly event: string;
}

/** The name of the event among the lab's files: no file of the function has it. */
export const EVENT_FILE = "event.json";
