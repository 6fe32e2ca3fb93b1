/**
 * Which function a URL names and whether the request may ask it. Since October 2025 the function's policy needs both statements:
 * developer guide, "Control access to Lambda function URLs" (2026).
 *
 * Simplified: a request is signed or it is not; nobody computes or checks a signature, and whoever signs may invoke every function.
 */
import type { FunctionUrlConfig } from "../scenario.ts";
import type { FunctionUrl } from "../services/function-url.ts";
import { weightsOf } from "./function-resource.ts";
import type { LambdaService } from "./service.ts";

const NEEDED = ["lambda:InvokeFunctionUrl", "lambda:InvokeFunction"] as const;

/** `url:orders`, `url:orders:live`. Undefined: there is no such URL. */
export function functionUrlNamed(service: LambdaService, to: string): (FunctionUrl & Pick<FunctionUrlConfig, "Permissions">) | undefined {
  const [, FunctionName = "", Qualifier] = to.split(":");
  const config = service.functions.get(FunctionName)?.urls.find((one) => one.Qualifier === Qualifier);
  return config === undefined ? undefined : { ...config, FunctionName };
}

/**
 * NONE: the policy must let everyone in. AWS_IAM: the request is signed with the account's credentials, which may invoke all of
 * its functions. A URL whose alias was deleted lets nobody in (recorded).
 */
export function mayInvoke(service: LambdaService, url: FunctionUrl & Pick<FunctionUrlConfig, "Permissions">, isSigned: boolean): boolean {
  const fn = service.functions.get(url.FunctionName);
  if (fn === undefined || weightsOf(fn, url.Qualifier) === undefined) return false;
  if (url.AuthType === "AWS_IAM") return isSigned;
  const { Permissions = NEEDED } = url;
  return NEEDED.every((permission) => Permissions.includes(permission));
}
