/** Every sentence of fidelity.md that is built, as data. */
import type { FidelityCase } from "./case.ts";
import { billingCases } from "./cases/billing.ts";
import { contextCases } from "./cases/context.ts";
import { environmentCases } from "./cases/environment.ts";
import { errorCases } from "./cases/errors.ts";
import { failureCases } from "./cases/failures.ts";
import { handlerCases } from "./cases/handler.ts";
import { invokeCases } from "./cases/invoke.ts";
import { layerCases } from "./cases/layers.ts";
import { lifecycleCases } from "./cases/lifecycle.ts";
import { loggingCases } from "./cases/logging.ts";
import { platformEventCases } from "./cases/platform-events.ts";
import { platformLineCases } from "./cases/platform-lines.ts";
import { runtimeV3Cases } from "./cases/runtime-v3.ts";
import { runtimeV4Cases } from "./cases/runtime-v4.ts";
import { streamingCases } from "./cases/streaming.ts";
import { tracingCases } from "./cases/tracing.ts";

export const CASES: readonly FidelityCase[] = [
  ...handlerCases,
  ...errorCases,
  ...runtimeV3Cases,
  ...runtimeV4Cases,
  ...loggingCases,
  ...platformLineCases,
  ...failureCases,
  ...billingCases,
  ...lifecycleCases,
  ...platformEventCases,
  ...contextCases,
  ...environmentCases,
  ...invokeCases,
  ...streamingCases,
  ...layerCases,
  ...tracingCases,
];
