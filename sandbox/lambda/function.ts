/** A function as Lambda holds it: the definition with its defaults, its names and its ARN. */
import type { Account, Files, FunctionDefinition, LayerDefinition, LoggingConfig } from "../scenario.ts";
import { layerNamed, mergedLayers } from "./layers.ts";
import { EPHEMERAL_STORAGE, MEMORY_SIZE, TIMEOUT } from "./quotas.ts";

export type ResolvedDefinition = Required<Omit<FunctionDefinition, "LoggingConfig" | "build">> &
  Pick<FunctionDefinition, "build"> & { readonly LoggingConfig: Required<LoggingConfig> };

/** `Function` belongs to JavaScript; hence the longer name. */
export interface LambdaFunction {
  readonly definition: ResolvedDefinition;
  /** Counts code and configuration updates: environments of an older one are not used any more. */
  readonly revision: number;
  readonly arn: string;
  /** Its layers, merged: path below /opt → text. */
  readonly opt: Files;
}

export const LATEST = "$LATEST";

/** What of the account a function is made in. */
export interface FunctionAccount {
  readonly account: Required<Account>;
  readonly layers: readonly LayerDefinition[];
}

export function lambdaFunction(definition: FunctionDefinition, { account, layers }: FunctionAccount, revision = 1): LambdaFunction {
  const { FunctionName, LoggingConfig = {}, Layers = [] } = definition;
  const versions = Layers.map((name) => {
    const version = layerNamed(name, layers, account);
    if (version === undefined) throw new Error(`scenario: there is no layer version ${name}`);
    return version;
  });
  return {
    definition: {
      ...definition,
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
    opt: mergedLayers(versions),
    revision,
    arn: `arn:aws:lambda:${account.Region}:${account.AccountId}:function:${FunctionName}`,
  };
}
