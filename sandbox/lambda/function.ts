/** A version of a function as Lambda holds it: the definition with its defaults, its names and its ARN. */
import type { Account, Files, FunctionDefinition, LayerDefinition, LoggingConfig } from "../scenario.ts";
import { layerNamed, mergedLayers } from "./layers.ts";
import { EPHEMERAL_STORAGE, MEMORY_SIZE, TIMEOUT } from "./quotas.ts";

/** Code and configuration: what a version fixes. The rest of a definition belongs to the function as a whole (function-resource.ts). */
export type VersionedDefinition = Omit<
  FunctionDefinition,
  | "ReservedConcurrentExecutions"
  | "EventInvokeConfig"
  | "RecursiveLoop"
  | "Versions"
  | "Aliases"
  | "ProvisionedConcurrencyConfigs"
  | "FunctionUrlConfigs"
>;

type Optional = "build" | "DeadLetterConfig" | "declared";

export type ResolvedDefinition = Required<Omit<VersionedDefinition, "LoggingConfig" | Optional>> &
  Pick<VersionedDefinition, Optional> & { readonly LoggingConfig: Required<LoggingConfig> };

/** `Function` belongs to JavaScript; hence the longer name. */
export interface LambdaFunction {
  readonly definition: ResolvedDefinition;
  /** `$LATEST`, or the number of a published version. */
  readonly version: string;
  /** Counts code and configuration updates: environments of an older one are not used any more. */
  readonly revision: number;
  /** Without a qualifier. */
  readonly arn: string;
  /** Its layers, merged: path below /opt → text. */
  readonly opt: Files;
}

export type InitializationType = "on-demand" | "provisioned-concurrency";

export const LATEST = "$LATEST";

/** What of the account a function is made in. */
export interface FunctionAccount {
  readonly account: Required<Account>;
  readonly layers: readonly LayerDefinition[];
}

export function functionArn(name: string, { Region, AccountId }: Pick<Required<Account>, "Region" | "AccountId">): string {
  return `arn:aws:lambda:${Region}:${AccountId}:function:${name}`;
}

export function lambdaFunction(definition: VersionedDefinition, { account, layers }: FunctionAccount, revision = 1): LambdaFunction {
  const { FunctionName, Runtime, Handler, files, LoggingConfig = {}, Layers = [], build, DeadLetterConfig, declared } = definition;
  const versions = Layers.map((name) => {
    const version = layerNamed(name, layers, account);
    if (version === undefined) throw new Error(`scenario: there is no layer version ${name}`);
    return version;
  });
  return {
    definition: {
      FunctionName,
      Runtime,
      Handler,
      files,
      ...(build && { build }),
      ...(DeadLetterConfig && { DeadLetterConfig }),
      ...(declared && { declared }),
      MemorySize: definition.MemorySize ?? MEMORY_SIZE.default,
      Timeout: definition.Timeout ?? TIMEOUT.default,
      Environment: definition.Environment ?? { Variables: {} },
      EphemeralStorage: definition.EphemeralStorage ?? { Size: EPHEMERAL_STORAGE.default },
      LoggingConfig: {
        LogFormat: LoggingConfig.LogFormat ?? "Text",
        ApplicationLogLevel: LoggingConfig.ApplicationLogLevel ?? "INFO",
        SystemLogLevel: LoggingConfig.SystemLogLevel ?? "INFO",
        LogGroup: LoggingConfig.LogGroup ?? `/aws/lambda/${FunctionName}`,
      },
      TracingConfig: definition.TracingConfig ?? { Mode: "PassThrough" },
      Layers: versions.map(({ arn }) => arn),
    },
    version: LATEST,
    opt: mergedLayers(versions),
    revision,
    arn: functionArn(FunctionName, account),
  };
}
