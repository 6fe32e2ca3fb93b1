/** What a trace shows, all at once: of the expected run that the page prints. What readers run is drawn by LoadedOutcome. */
import { DrawnOutcome, type OutcomeProps } from "./DrawnOutcome.tsx";
import { Environments } from "./Environments.tsx";
import * as service from "./service/service-drawing.ts";

interface PrintedProps extends OutcomeProps {
  /** Of labs of the service: what became of it all, without the log. */
  readonly isBrief?: boolean;
}

export function Outcome({ trace, isBrief = false, ...more }: PrintedProps) {
  if (!isBrief) return <DrawnOutcome trace={trace} service={service} {...more} />;
  return (
    <>
      <Environments trace={trace} service={service} isBrief />
      <service.ServicePanels trace={trace} isBrief />
    </>
  );
}
