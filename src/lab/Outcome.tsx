/** What a trace shows: of a lab's run, of a graded one, and of the expected one that the page prints. */
import type { FunctionDefinition, Trace } from "../../sandbox/index.ts";
import { Bill } from "./Bill.tsx";
import { Environments } from "./Environments.tsx";
import { Log } from "./Log.tsx";
import { Result } from "./Result.tsx";

interface OutcomeProps {
  readonly trace: Trace;
  readonly definition: FunctionDefinition;
  readonly onLayer?: (layer: string) => void;
}

export function Outcome({ trace, definition, ...more }: OutcomeProps) {
  return (
    <>
      <Environments trace={trace} />
      <div class="panes">
        <Result trace={trace} definition={definition} {...more} />
        <Log trace={trace} />
      </div>
      <Bill trace={trace} />
    </>
  );
}
