/**
 * The event's form and its JSON are two views of one event. What the form says makes the JSON; JSON that was written by hand stays
 * until the reader has the form make it anew. What makes events is a chunk that comes with the form's first sight.
 */
import { computed, type ReadonlySignal, type Signal, useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { FieldValues } from "../../sandbox/events/index.ts";
import type { LabDefinition } from "./definition.ts";
import type { MakesEvent } from "./event-source-chunks.ts";
import type { KeptDraft } from "./kept-draft.ts";
import type { Draft } from "./session.ts";

export interface EventFormState {
  readonly view: Signal<"form" | "json">;
  /** What stands in the fields, also where it cannot be. */
  readonly typed: ReadonlySignal<FieldValues>;
  /** The field that cannot be, and a sentence. */
  readonly problem: ReadonlySignal<{ readonly field: string; readonly says: string } | undefined>;
  /** The JSON is not what the fields make. */
  readonly isByHand: ReadonlySignal<boolean>;
  readonly came: ReadonlySignal<"not yet" | "here" | "lost">;
  /** Asks for what makes events. */
  load(): void;
  change(field: string, value: string): void;
  /** Writes the JSON anew from the fields. */
  remake(): void;
  /** Forgets what could not be: the lab has another draft now. */
  forget(): void;
}

export function useEventForm(lab: LabDefinition, drafts: KeptDraft, onDraft: (draft: Draft) => void): EventFormState {
  const view = useSignal<"form" | "json">("form");
  const unmade = useSignal<FieldValues | undefined>(undefined);
  const makes = useSignal<{ readonly madeEvent: MakesEvent } | "lost" | undefined>(undefined);
  return useMemo(() => {
    const { id, source } = lab;
    const values = computed(() => unmade.value ?? drafts.draft.value.fields ?? source?.values ?? {});
    const made = computed(() => {
      if (source === undefined || makes.value === undefined || makes.value === "lost") return undefined;
      return makes.value.madeEvent(id, values.value);
    });
    const write = (fields: FieldValues) => {
      unmade.value = fields;
      if (made.value === undefined || !("event" in made.value)) return;
      const { event } = made.value;
      unmade.value = undefined;
      onDraft({ ...drafts.draft.value, event, fields });
    };
    return {
      view,
      typed: values,
      problem: computed(() => (made.value !== undefined && "says" in made.value ? made.value : undefined)),
      isByHand: computed(() => made.value !== undefined && "event" in made.value && made.value.event !== drafts.draft.value.event),
      came: computed(() => (makes.value === undefined ? "not yet" : makes.value === "lost" ? "lost" : "here")),
      load() {
        if (source === undefined || (makes.value !== undefined && makes.value !== "lost")) return;
        import("./event-source-chunks.ts")
          .then(({ makerOf }) => makerOf(source.name))
          .then(
            (madeEvent) => {
              makes.value = { madeEvent };
            },
            () => {
              makes.value = "lost";
            },
          );
      },
      change: (field, value) => write({ ...values.value, [field]: value }),
      remake: () => write(values.value),
      forget() {
        unmade.value = undefined;
      },
    };
  }, [lab, drafts]);
}
