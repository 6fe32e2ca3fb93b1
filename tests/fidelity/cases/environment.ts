/** fidelity.md §3.3: environment variables, recorded in a function of nodejs24.x. */
import { payload } from "../../harness.ts";
import type { FidelityCase } from "../case.ts";
import { fidelity, type RecordedOptions } from "../recorded.ts";

const read = "export const handler = async () => process.env;";

/** A line of the recorded block, split at its wide gap; the names before it, the values behind. */
function variable(
  title: string,
  names: readonly string[],
  quotation: string,
  value: readonly string[],
  options?: RecordedOptions,
): FidelityCase {
  return {
    section: "3.3",
    title,
    says: fidelity(quotation),
    files: read,
    options: { account: { Region: "us-east-1" }, MemorySize: 1024 },
    see: (trace) => names.map((name) => (JSON.parse(payload(trace)) as Record<string, string>)[name]),
    expected: value.map((one) => fidelity(one, { whole: true, ...options })),
  };
}

export const environmentCases: readonly FidelityCase[] = [
  variable(
    "AWS_REGION and AWS_DEFAULT_REGION are the function's Region.",
    ["AWS_DEFAULT_REGION", "AWS_REGION"],
    "AWS_DEFAULT_REGION, AWS_REGION                 us-east-1",
    ["us-east-1", "us-east-1"],
  ),
  {
    ...variable("AWS_EXECUTION_ENV names the runtime.", ["AWS_EXECUTION_ENV"], "AWS_EXECUTION_ENV", ["AWS_Lambda_nodejs24.x"]),
    only: { Runtime: "nodejs24.x" },
  },
  variable(
    "AWS_LAMBDA_FUNCTION_MEMORY_SIZE is the memory in MB, a string.",
    ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"],
    "AWS_LAMBDA_FUNCTION_MEMORY_SIZE                1024          (string)",
    ["1024"],
  ),
  variable("AWS_LAMBDA_INITIALIZATION_TYPE is on-demand.", ["AWS_LAMBDA_INITIALIZATION_TYPE"], "AWS_LAMBDA_INITIALIZATION_TYPE", [
    "on-demand",
  ]),
  variable(
    "AWS_LAMBDA_LOG_GROUP_NAME and AWS_LAMBDA_LOG_STREAM_NAME name the log.",
    ["AWS_LAMBDA_LOG_GROUP_NAME", "AWS_LAMBDA_LOG_STREAM_NAME"],
    "AWS_LAMBDA_LOG_GROUP_NAME / _LOG_STREAM_NAME",
    ["/aws/lambda/<fn>", "2026/01/12/[$LATEST]…"],
    { fill: { "<fn>": "fn", "2026/01/12": "2026/11/22" } },
  ),
  variable("AWS_LAMBDA_RUNTIME_API is the address of the Runtime API.", ["AWS_LAMBDA_RUNTIME_API"], "AWS_LAMBDA_RUNTIME_API", [
    "169.254.100.1:9001",
  ]),
  variable("AWS_XRAY_CONTEXT_MISSING is LOG_ERROR.", ["AWS_XRAY_CONTEXT_MISSING"], "AWS_XRAY_CONTEXT_MISSING", ["LOG_ERROR"]),
  variable(
    "The X-Ray daemon has an address and a port.",
    ["AWS_XRAY_DAEMON_ADDRESS", "_AWS_XRAY_DAEMON_ADDRESS", "_AWS_XRAY_DAEMON_PORT"],
    "_AWS_XRAY_DAEMON_ADDRESS / _AWS_XRAY_DAEMON_PORT   169.254.100.1 / 2000",
    ["169.254.100.1:2000", "169.254.100.1", "2000"],
  ),
  variable(
    "LAMBDA_RUNTIME_DIR, LAMBDA_TASK_ROOT and PWD are /var/runtime and /var/task.",
    ["LAMBDA_RUNTIME_DIR", "LAMBDA_TASK_ROOT", "PWD"],
    "LAMBDA_RUNTIME_DIR /var/runtime   LAMBDA_TASK_ROOT /var/task   PWD /var/task",
    ["/var/runtime", "/var/task", "/var/task"],
  ),
  variable(
    "LANG, TZ, SHLVL and _HANDLER are set.",
    ["LANG", "TZ", "SHLVL", "_HANDLER"],
    "LANG en_US.UTF-8   TZ :UTC   SHLVL 0   _HANDLER index.handler",
    ["en_US.UTF-8", ":UTC", "0", "index.handler"],
  ),
  variable("LD_LIBRARY_PATH goes from the runtime to the layers.", ["LD_LIBRARY_PATH"], "LD_LIBRARY_PATH", [
    "/var/lang/lib:/lib64:/usr/lib64:/var/runtime:/var/runtime/lib:/var/task:/var/task/lib:/opt/lib",
  ]),
  variable("PATH is the runtime's.", ["PATH"], "PATH /var/lang/bin", ["/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin"]),
  variable("_X_AMZN_TRACE_ID has a root, a parent, the sampling decision and the lineage.", ["_X_AMZN_TRACE_ID"], "_X_AMZN_TRACE_ID", [
    "Root=1-…;Parent=…;Sampled=0;Lineage=…",
  ]),
  {
    section: "3.3",
    title: "Temporary credentials are set.",
    says: fidelity("AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN"),
    files:
      "export const handler = async () => ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'].map((name) => (process.env[name] ?? '').length > 10);",
    see: payload,
    expected: "[true,true,true]",
  },
  {
    section: "3.3",
    title: "The function's own variables come on top, and may set LANG, PATH, TZ and NODE_OPTIONS.",
    says: fidelity(
      "Overridable: `LANG, PATH, LD_LIBRARY_PATH, NODE_PATH, NODE_OPTIONS, TZ, AWS_XRAY_CONTEXT_MISSING, AWS_LAMBDA_LOG_FORMAT, AWS_LAMBDA_LOG_LEVEL`",
    ),
    files: "export const handler = async () => [process.env.TABLE, process.env.LANG];",
    options: { Environment: { Variables: { TABLE: "주문", LANG: "ko_KR.UTF-8" } } },
    see: payload,
    expected: '["주문","ko_KR.UTF-8"]',
  },
];
