/** What an author says about a lab: content/chapters/<chapter>/labs/<name>/. */
import type { FunctionDefinition } from "../../sandbox/index.ts";

export interface LabDefinition {
  /** Its name on the page, and the seed of its chances. */
  readonly id: string;
  readonly title: string;
  readonly function: FunctionDefinition;
  /** The file of the function that the reader edits. */
  readonly file: string;
  /** JSON text of the event. */
  readonly event: string;
}
