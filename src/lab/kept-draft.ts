/** A draft that outlives a reload. Kept once typing rests, never in the middle of a syllable. */
import { type ReadonlySignal, type Signal, useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { fingerprintOf } from "../fingerprint.ts";
import { keep, keepingSentence, kept } from "../kept.ts";
import { broughtUpToDate, isKept, type Kept } from "./kept-record.ts";
import type { Draft } from "./session.ts";

export interface KeptDraft {
  readonly draft: ReadonlySignal<Draft>;
  /** What was written before the book changed, until the reader takes or drops it. */
  readonly older: ReadonlySignal<Draft | undefined>;
  /** A sentence where it could not be kept. */
  readonly trouble: ReadonlySignal<string>;
  change(draft: Draft): void;
  compose(isComposing: boolean): void;
  takeOlder(): void;
  dropOlder(): void;
}

/** Milliseconds of rest after the last key. */
const REST = 400;

/** `key`: src/kept-names.ts. */
export function useKeptDraft(key: string, first: Draft): KeptDraft {
  const draft = useSignal(first);
  const older = useSignal<Draft | undefined>(undefined);
  const trouble = useSignal("");
  const drafts = useMemo(() => keptDraft(key, first, { draft, older, trouble }), [key]);
  useEffect(() => {
    drafts.recall();
    globalThis.addEventListener("pagehide", drafts.save);
    return () => globalThis.removeEventListener("pagehide", drafts.save);
  }, [drafts]);
  return drafts;
}

interface State {
  readonly draft: Signal<Draft>;
  readonly older: Signal<Draft | undefined>;
  readonly trouble: Signal<string>;
}

function keptDraft(key: string, first: Draft, state: State): KeptDraft & { recall(): void; save(): void } {
  const fingerprint = fingerprintOf(first);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isComposing = false;
  let isDirty = false;

  function save(): void {
    if (!isDirty || isComposing) return;
    isDirty = false;
    const { draft, older } = state;
    const isFirst = JSON.stringify(draft.value) === JSON.stringify(first);
    const value: Kept = {
      first: fingerprint,
      ...(!isFirst && { draft: draft.value }),
      ...(older.value !== undefined && { older: older.value }),
    };
    state.trouble.value = keepingSentence(keep(key, isFirst && older.value === undefined ? undefined : value)) ?? "";
  }

  function saveSoon(): void {
    isDirty = true;
    clearTimeout(timer);
    timer = setTimeout(save, REST);
  }

  const setOlder = (older: Draft | undefined) => {
    state.older.value = older;
    saveSoon();
  };

  return {
    ...state,
    change(draft) {
      state.draft.value = draft;
      saveSoon();
    },
    compose(composes) {
      isComposing = composes;
      if (!composes && isDirty) saveSoon();
    },
    takeOlder() {
      const { older, draft } = state;
      if (older.value === undefined) return;
      const now = draft.value;
      draft.value = broughtUpToDate(older.value, first);
      setOlder(JSON.stringify(now) === JSON.stringify(first) ? undefined : now);
    },
    dropOlder: () => setOlder(undefined),
    recall() {
      const found = kept(key);
      if (!isKept(found)) return;
      state.older.value = found.older;
      if (found.draft === undefined) return;
      if (found.first === fingerprint) state.draft.value = found.draft;
      else state.older.value = found.draft;
    },
    save,
  };
}
