/** What a trace shows: of a lab's run, of a graded one, and of the expected one that the page prints. */
import type { FunctionDefinition, Trace } from "../../sandbox/index.ts";
import { Bill } from "./Bill.tsx";
import { Environments } from "./Environments.tsx";
import { Log } from "./Log.tsx";
import { Result } from "./Result.tsx";
import { ServicePanels } from "./service/ServicePanels.tsx";

interface OutcomeProps {
  readonly trace: Trace;
  readonly definition: FunctionDefinition;
  readonly onLayer?: (layer: string) => void;
  /** In print, of labs of the service: what became of it all, without the log. */
  readonly isBrief?: boolean;
}

export function Outcome({ trace, definition, isBrief = false, ...more }: OutcomeProps) {
  if (isBrief) {
    return (
      <>
        <Environments trace={trace} isBrief />
        <ServicePanels trace={trace} isBrief />
      </>
    );
  }
  return (
    <>
      <Environments trace={trace} />
      <div class="panes">
        <Result trace={trace} definition={definition} {...more} />
        <Log trace={trace} />
      </div>
      <ServicePanels trace={trace} />
      <Bill trace={trace} />
    </>
  );
}
