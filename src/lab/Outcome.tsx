/** What a trace shows: of a lab's run, of a graded one, and of the expected one that the page prints. */
import type { FunctionDefinition, Trace } from "../../sandbox/index.ts";
import { Bill } from "./Bill.tsx";
import { Environments } from "./Environments.tsx";
import { Log } from "./Log.tsx";
import { Result } from "./Result.tsx";

export function Outcome({ trace, definition }: { readonly trace: Trace; readonly definition: FunctionDefinition }) {
  return (
    <>
      <Environments trace={trace} />
      <div class="panes">
        <Result trace={trace} definition={definition} />
        <Log trace={trace} />
      </div>
      <Bill trace={trace} />
    </>
  );
}
