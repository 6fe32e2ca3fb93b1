/** A function as Lambda holds it: the definition with its defaults, its names and its ARN. */
import type { Account, FunctionDefinition, LoggingConfig } from "../scenario.ts";
import { EPHEMERAL_STORAGE, MEMORY_SIZE, TIMEOUT } from "./quotas.ts";

export type ResolvedDefinition = Required<Omit<FunctionDefinition, "LoggingConfig">> & { readonly LoggingConfig: Required<LoggingConfig> };

/** `Function` belongs to JavaScript; hence the longer name. */
export interface LambdaFunction {
  readonly definition: ResolvedDefinition;
  /** Counts code and configuration updates: environments of an older one are not used any more. */
  readonly revision: number;
  readonly arn: string;
}

export const LATEST = "$LATEST";

export function lambdaFunction(definition: FunctionDefinition, account: Required<Account>, revision = 1): LambdaFunction {
  const { FunctionName, LoggingConfig = {} } = definition;
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
    },
    revision,
    arn: `arn:aws:lambda:${account.Region}:${account.AccountId}:function:${FunctionName}`,
  };
}
