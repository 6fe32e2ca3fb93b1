/**
 * What a trace shows, drawn by chunks that come with the first trace that needs them: a page on which nothing runs does without,
 * and one whose functions are only called does without what draws the service.
 */
import { batch, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Trace } from "../../sandbox/index.ts";
import type { OutcomeProps, ServiceDrawing } from "./DrawnOutcome.tsx";

type Draws = typeof import("./DrawnOutcome.tsx").DrawnOutcome;

/** Asks for it before there is a trace. */
export const loadOutcome = () => import("./DrawnOutcome.tsx");

async function drawingOf(trace: Trace) {
  const { DrawnOutcome, hasService } = await loadOutcome();
  return { DrawnOutcome, service: hasService(trace) ? await import("./service/service-drawing.ts") : undefined };
}

export function LoadedOutcome({ trace, ...more }: OutcomeProps) {
  const draws = useSignal<{ readonly DrawnOutcome: Draws } | undefined>(undefined);
  const service = useSignal<ServiceDrawing | undefined>(undefined);
  const isLost = useSignal(false);
  useEffect(() => {
    drawingOf(trace).then(
      (drawing) =>
        batch(() => {
          draws.value ??= drawing;
          service.value ??= drawing.service;
          isLost.value = false;
        }),
      () => {
        isLost.value = true;
      },
    );
  }, [trace, draws, service, isLost]);
  if (isLost.value) return <p class="status">불러오지 못했습니다. 연결을 확인하고 다시 시도하세요.</p>;
  if (draws.value === undefined) return null;
  const { DrawnOutcome } = draws.value;
  return <DrawnOutcome trace={trace} service={service.value} {...more} />;
}
