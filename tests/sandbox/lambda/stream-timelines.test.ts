/** Timelines of streams, as text. The function is declared: its durations do not follow the engine's. */
import { expect, test } from "vitest";
import { textTimeline } from "../../../sandbox/trace/text-timeline.ts";
import { kinesisOptions, putRecords, settle } from "../../fidelity/stream-scenarios.ts";
import { run } from "../../harness.ts";

test("A poison record is bisected out of its batch: the others are handled, it alone goes to the on-failure destination.", () => {
  const failure = { errorType: "SyntaxError", errorMessage: "Unexpected token 'b', \"bad\" is not valid JSON" };
  const options = kinesisOptions(
    { BisectBatchOnFunctionError: true, MaximumRetryAttempts: 1, DestinationConfig: { OnFailure: { Destination: "queue:failures" } } },
    {},
    {
      resources: { queues: [{ QueueName: "failures" }] },
      // `bad` in Base64.
      declared: { duration: 20, failures: [{ eventContains: "YmFk", how: failure }] },
    },
  );
  const trace = run({}, options, [putRecords("1", "2", "3", "bad", "5", "6"), settle]);
  expect(textTimeline(trace)).toMatchInlineSnapshot(`
    "        0.00  esm 24edfa Enabled: clicks to fn
            2.25  clicks     put 6 in shardId-000000000000
          795.00  esm 24edfa batch 83f5469b: 6 to fn, attempt 1
          795.00  83f5469b   request: fn
          795.00  env 1      created: fn $LATEST, nodejs24.x, 128 MB
          795.00  env 1      environment 144.61
          939.61  env 1      init
          939.61  env 1      runtime 126.98
         1066.59  env 1      modules 0.00
         1066.59  env 1      code 120.00
         1186.59  env 1      init ended: success, 246.98
         1186.59  env 1      invoke 83f5469b cold
         1216.17  env 1      invoke ended: failure, 29.58, billed 277, 64 MB
         1216.17  83f5469b   response: 200 Unhandled
         1216.17  esm 24edfa batch 83f5469b ended: failure, 6 failed, bisect
         1466.17  esm 24edfa batch 70726db1: 3 to fn, attempt 1
         1466.17  70726db1   request: fn
         1466.17  env 1      invoke 70726db1 warm
         1487.52  env 1      invoke ended: success, 21.35, billed 22, 64 MB
         1487.52  70726db1   response: 200
         1487.52  esm 24edfa batch 70726db1 ended: success
         1487.52  esm 24edfa batch 54dd7716: 3 to fn, attempt 1
         1487.52  54dd7716   request: fn
         1487.52  env 1      invoke 54dd7716 warm
         1508.55  env 1      invoke ended: failure, 21.03, billed 22, 64 MB
         1508.55  54dd7716   response: 200 Unhandled
         1508.55  esm 24edfa batch 54dd7716 ended: failure, 3 failed, bisect
         1758.55  esm 24edfa batch 862bddc7: 2 to fn, attempt 1
         1758.55  862bddc7   request: fn
         1758.55  env 1      invoke 862bddc7 warm
         1780.08  env 1      invoke ended: failure, 21.53, billed 22, 64 MB
         1780.08  862bddc7   response: 200 Unhandled
         1780.08  esm 24edfa batch 862bddc7 ended: failure, 2 failed, bisect
         2030.08  esm 24edfa batch 4709247b: 1 to fn, attempt 1
         2030.08  4709247b   request: fn
         2030.08  env 1      invoke 4709247b warm
         2050.97  env 1      invoke ended: failure, 20.89, billed 21, 64 MB
         2050.97  4709247b   response: 200 Unhandled
         2050.97  esm 24edfa batch 4709247b ended: failure, 1 failed, retry
         2300.97  esm 24edfa batch 7f90dee4: 1 to fn, attempt 2
         2300.97  7f90dee4   request: fn
         2300.97  env 1      invoke 7f90dee4 warm
         2322.16  env 1      invoke ended: failure, 21.19, billed 22, 64 MB
         2322.16  7f90dee4   response: 200 Unhandled
         2322.16  esm 24edfa batch 7f90dee4 ended: failure, 1 failed, discard
         2322.16  esm 24edfa discarded 1: RetryAttemptsExhausted
         2322.16  failures   sent cc6df3fe
         2322.16  7f90dee4   on failure to failures
         2322.16  esm 24edfa batch 31efacf9: 1 to fn, attempt 1
         2322.16  31efacf9   request: fn
         2322.16  env 1      invoke 31efacf9 warm
         2343.82  env 1      invoke ended: success, 21.66, billed 22, 64 MB
         2343.82  31efacf9   response: 200
         2343.82  esm 24edfa batch 31efacf9 ended: success
         2343.82  esm 24edfa batch ea0d531c: 1 to fn, attempt 1
         2343.82  ea0d531c   request: fn
         2343.82  env 1      invoke ea0d531c warm
         2365.03  env 1      invoke ended: success, 21.21, billed 22, 64 MB
         2365.03  ea0d531c   response: 200
         2365.03  esm 24edfa batch ea0d531c ended: success
         2365.03  end"
  `);
});
