/** Why CreateFunctionUrlConfig is refused, in AWS's words (recorded by LocalStack in 2025; fidelity.md §8.3 and appendix A). */
import type { FunctionUrlConfig } from "../scenario.ts";
import type { FunctionResource } from "./function-resource.ts";

/** `others`: the URLs that the function has already. */
export function functionUrlRefusal(
  fn: Pick<FunctionResource, "arn" | "aliases">,
  { Qualifier, Cors }: FunctionUrlConfig,
  others: readonly FunctionUrlConfig[],
): string | undefined {
  if (Qualifier !== undefined && !/^(?!^\d+$)[0-9a-zA-Z-_]+$/.test(Qualifier)) {
    const pattern = "((?!^\\d+$)^[0-9a-zA-Z-_]+$)";
    return invalid(`Value '${Qualifier}' at 'qualifier'`, `Member must satisfy regular expression pattern: ${pattern}`);
  }
  if (Qualifier !== undefined && !fn.aliases.has(Qualifier)) return "Function does not exist";
  if (others.some((other) => other.Qualifier === Qualifier)) {
    const arn = Qualifier === undefined ? fn.arn : `${fn.arn}:${Qualifier}`;
    return `Failed to create function url config for [functionArn = ${arn}]. Error message:  FunctionUrlConfig exists for this Lambda function`;
  }
  const methods = Cors?.AllowMethods ?? [];
  // `OPTIONS` has seven letters. Not recorded: the words that people quote.
  if (methods.some((method) => method.length > 6)) {
    const constraint =
      "Member must satisfy constraint: [Member must have length less than or equal to 6, Member must have length greater than or equal to 0, Member must satisfy regular expression pattern: .*]";
    return invalid(`Value '[${methods.join(", ")}]' at 'cors.allowMethods'`, constraint);
  }
  return undefined;
}

const invalid = (what: string, constraint: string) => `1 validation error detected: ${what} failed to satisfy constraint: ${constraint}`;
