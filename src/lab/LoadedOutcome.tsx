/** What a trace shows, drawn by a chunk that comes with the first trace: a page on which nothing runs does without it. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { FunctionDefinition, Trace } from "../../sandbox/index.ts";

type Draws = typeof import("./Outcome.tsx").Outcome;

/** Asks for it before there is a trace. */
export const loadOutcome = () => import("./Outcome.tsx");

interface LoadedOutcomeProps {
  readonly trace: Trace;
  readonly definition: FunctionDefinition;
  /** Attaches a layer of the catalogue; absent where readers change no configuration. */
  readonly onLayer?: (layer: string) => void;
}

export function LoadedOutcome({ trace, definition, ...more }: LoadedOutcomeProps) {
  const loaded = useSignal<{ readonly Outcome: Draws } | "lost" | undefined>(undefined);
  useEffect(() => {
    loadOutcome().then(
      ({ Outcome }) => {
        loaded.value = { Outcome };
      },
      () => {
        loaded.value = "lost";
      },
    );
  }, [loaded]);
  if (loaded.value === undefined) return null;
  if (loaded.value === "lost") return <p class="status">불러오지 못했습니다. 연결을 확인하고 다시 시도하세요.</p>;
  const { Outcome } = loaded.value;
  return <Outcome trace={trace} definition={definition} {...more} />;
}
