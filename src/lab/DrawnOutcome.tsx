/** What a trace shows, with what draws the service around the function handed in: most labs have nothing of it. */
import type { FunctionDefinition, Trace } from "../../sandbox/index.ts";
import { Bill } from "./Bill.tsx";
import { Environments } from "./Environments.tsx";
import { Log } from "./Log.tsx";
import { Result } from "./Result.tsx";

export { hasService } from "./has-service.ts";

export type ServiceDrawing = typeof import("./service/service-drawing.ts");

export interface OutcomeProps {
  readonly trace: Trace;
  readonly definition: FunctionDefinition;
  /** Attaches a layer of the catalogue; absent where readers change no configuration. */
  readonly onLayer?: (layer: string) => void;
}

export interface DrawnOutcomeProps extends OutcomeProps {
  /** Absent for a trace that has nothing of it (has-service.ts). */
  readonly service: ServiceDrawing | undefined;
}

export function DrawnOutcome({ trace, definition, service, ...more }: DrawnOutcomeProps) {
  return (
    <>
      <Environments trace={trace} service={service} />
      <div class="panes">
        <Result trace={trace} definition={definition} {...more} />
        <Log trace={trace} />
      </div>
      {service !== undefined && <service.ServicePanels trace={trace} />}
      <Bill trace={trace} />
    </>
  );
}
