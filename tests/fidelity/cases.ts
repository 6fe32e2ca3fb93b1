/** Every sentence of fidelity.md that is built, as data. */
import type { FidelityCase } from "./case.ts";
import { asynchronousCases } from "./cases/asynchronous.ts";
import { billingCases } from "./cases/billing.ts";
import { brokerCases } from "./cases/brokers.ts";
import { concurrencyCases } from "./cases/concurrency.ts";
import { contextCases } from "./cases/context.ts";
import { environmentCases } from "./cases/environment.ts";
import { errorCases } from "./cases/errors.ts";
import { failureCases } from "./cases/failures.ts";
import { functionUrlCases } from "./cases/function-urls.ts";
import { handlerCases } from "./cases/handler.ts";
import { httpApiCases } from "./cases/http-apis.ts";
import { invokeCases } from "./cases/invoke.ts";
import { layerCases } from "./cases/layers.ts";
import { lifecycleCases } from "./cases/lifecycle.ts";
import { loggingCases } from "./cases/logging.ts";
import { otherFrontEndCases } from "./cases/other-front-ends.ts";
import { platformEventCases } from "./cases/platform-events.ts";
import { platformLineCases } from "./cases/platform-lines.ts";
import { queueCases } from "./cases/queues.ts";
import { restApiCases } from "./cases/rest-apis.ts";
import { runtimeV3Cases } from "./cases/runtime-v3.ts";
import { runtimeV4Cases } from "./cases/runtime-v4.ts";
import { streamingCases } from "./cases/streaming.ts";
import { streamCases } from "./cases/streams.ts";
import { tracingCases } from "./cases/tracing.ts";
import { versionCases } from "./cases/versions.ts";

export const CASES: readonly FidelityCase[] = [
  ...concurrencyCases,
  ...versionCases,
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
  ...streamCases,
  ...brokerCases,
  ...restApiCases,
  ...httpApiCases,
  ...functionUrlCases,
  ...otherFrontEndCases,
  ...asynchronousCases,
  ...queueCases,
];
