/** What an author says about a lab: content/chapters/<chapter>/labs/<name>/. */
import type { EventSourceName, Field, FieldValues } from "../../sandbox/events/index.ts";
import type { Control } from "../../sandbox/exercise/controls.ts";
import type { Surroundings } from "../../sandbox/exercise/situation.ts";
import type { Step } from "../../sandbox/exercise/steps.ts";
import type { Account, FunctionDefinition, HttpStub, InvokeApi, LayerDefinition } from "../../sandbox/index.ts";

export interface LabDefinition {
  /** Its name in the book, and the seed of its chances. */
  readonly id: string;
  readonly title: string;
  readonly function: FunctionDefinition;
  /** The layers that it names. */
  readonly layers?: readonly LayerDefinition[] | undefined;
  /** What other people's servers answer. */
  readonly http?: readonly HttpStub[] | undefined;
  /** Which API the Run button calls. */
  readonly api?: InvokeApi | undefined;
  /** Its limits, where a lesson has others than every new account. */
  readonly account?: Account | undefined;
  /** What is there besides the function: queues, mappings, other functions, … */
  readonly resources?: Surroundings | undefined;
  /** Buttons of its own in place of Run; such a lab has no event to edit. */
  readonly steps?: readonly Step[] | undefined;
  /** What a reader may turn in it; their places are keys of `function`, `resources`, `steps` and `account`. */
  readonly controls?: readonly Control[] | undefined;
  /** JSON text of the event. */
  readonly event: string;
  /** Where the event comes from, if the author says so: the reader has a form then. Its values make `event`. */
  readonly source?: EventForm | undefined;
}

/** An event source of sandbox/events/ as data, so that a page can draw the form without the code that makes the event. */
export interface EventForm {
  readonly name: EventSourceName;
  readonly label: string;
  readonly fields: readonly Field[];
  /** One for every field. */
  readonly values: FieldValues;
}

/** The name of the event among the lab's files: no file of the function has it. */
export const EVENT_FILE = "event.json";
