/** Power tuning: a lab's handler at every memory size, run in the reader's browser. Nothing runs until the reader says so. */
import { useSignal } from "@preact/signals";
import { useEffect, useId } from "preact/hooks";
import type { LabDefinition } from "../lab/definition.ts";
import { failureSentence } from "../lab/sentences.ts";
import { simulator } from "../lab/simulator.ts";
import { SizeResults } from "./SizeResults.tsx";
import { MEMORY_SIZES, resultOf, type SizeResult, scenarioAt } from "./sizes.ts";

export function PowerTuning({ lab }: { readonly lab: LabDefinition }) {
  const heading = useId();
  const isAlive = useSignal(false);
  const isRunning = useSignal(false);
  const status = useSignal("아직 실행하지 않았습니다.");
  const results = useSignal<readonly SizeResult[]>([]);
  // A lab of its own for the worker: running here must not end a run of the lab itself.
  const name = `${lab.id}/power-tuning`;

  useEffect(() => {
    isAlive.value = true;
  }, [isAlive]);

  const run = async () => {
    isRunning.value = true;
    const found: SizeResult[] = [];
    for (const memoryMB of MEMORY_SIZES) {
      status.value = `${memoryMB.toLocaleString("ko-KR")}MB로 실행 중`;
      const result = await simulator().run(name, scenarioAt(lab, memoryMB));
      if (!result.ok) {
        isRunning.value = false;
        status.value = failureSentence(result.failure) ?? "";
        return;
      }
      found.push(resultOf(memoryMB, result.trace));
    }
    results.value = found;
    status.value = "모든 메모리로 실행했습니다.";
    isRunning.value = false;
  };

  return (
    <section class="power-tuning" aria-labelledby={heading}>
      <h3 id={heading}>
        <span>메모리 견주기</span> {lab.title}
      </h3>
      <p>처음 코드를 메모리 {MEMORY_SIZES.length}가지로 세 번씩 실행해 실행 시간과 요금을 견줍니다.</p>
      <div class="runbar">
        <button type="button" class="run" disabled={!isAlive.value || isRunning.value} onClick={run}>
          모든 메모리로 실행
        </button>
        {isRunning.value && (
          <button type="button" onClick={() => simulator().cancel(name)}>
            멈추기
          </button>
        )}
      </div>
      <p class="status" role="status">
        {status.value}
      </p>
      {results.value.length > 0 && <SizeResults results={results.value} />}
    </section>
  );
}
