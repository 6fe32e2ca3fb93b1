/** A ladder of hints: the next one comes into sight when the one before it was opened. Without scripts all are there, closed. */
import { useSignal } from "@preact/signals";
import type { Hints as Ladder } from "../../sandbox/exercise/exercise.ts";
import { Prose } from "../prose/Prose.tsx";

export function Hints({ hints, isAlive }: { readonly hints: Ladder; readonly isAlive: boolean }) {
  const opened = useSignal(0);
  const rungs = [hints.concept, hints.place, hints.nearlyCode];
  return (
    <div class="hints">
      {rungs.map((text, index) => (
        <details
          key={index}
          hidden={isAlive && index > opened.value}
          onToggle={({ currentTarget }) => {
            if (currentTarget.open) opened.value = Math.max(opened.value, index + 1);
          }}
        >
          <summary>{index === 0 ? "힌트" : `다음 힌트(${index + 1}/${rungs.length})`}</summary>
          <Prose text={text} />
        </details>
      ))}
    </div>
  );
}
