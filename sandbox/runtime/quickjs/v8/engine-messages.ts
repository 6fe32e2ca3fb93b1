/** V8's message for an error that the engine itself made. */
import { builtinMessage } from "./builtin-messages.ts";
import type { BuiltinNames } from "./builtin-names.ts";
import type { Frame } from "./frames.ts";
import { FIXED, generalMessage } from "./general-messages.ts";
import type { GuestMemory } from "./guest-memory.ts";
import type { GuestValues } from "./guest-values.ts";
import { operationMessage } from "./operation-messages.ts";
import { BAD_RETURN, CLASS_CALLED, type RawError } from "./raw-error.ts";
import { callOf } from "./receivers.ts";
import type { Refusal } from "./refusal.ts";
import type { ResolvedFrame } from "./resolved-frame.ts";

/** Where the program's values are looked up. */
export interface Inside {
  readonly guest: GuestMemory;
  readonly values: GuestValues;
  readonly names: BuiltinNames;
}

/** `resolved`: innermost first. The engine's own message where V8's is the same, or is not known. */
export function engineMessage(raw: RawError, resolved: readonly ResolvedFrame[], inside: Inside): string {
  const top = resolved[0];
  if (top === undefined) return FIXED[raw.message] ?? raw.message;
  const { frame, program, routine, operation } = top;
  if (top.raw.native && frame !== undefined) return builtinMessage(refusalOf(raw, resolved, inside)) ?? raw.message;
  if (frame !== undefined && raw.message === CLASS_CALLED)
    return `Class constructor ${inside.values.functionName(frame.function)} cannot be invoked without 'new'`;
  if (raw.message === BAD_RETURN) return "Derived constructors may only return object or undefined";
  if (frame === undefined || program === undefined || routine === undefined || operation === undefined) {
    return generalMessage(raw.message) ?? raw.message;
  }
  const { guest, values } = inside;
  return operationMessage({ guest, values, message: raw.message, frame, program, routine, operation }) ?? raw.message;
}

function refusalOf(raw: RawError, resolved: readonly ResolvedFrame[], { guest, values, names }: Inside): Refusal {
  const { frame, caller, raw: site } = resolved[0] as ResolvedFrame & { readonly frame: Frame };
  const below = resolved[1];
  const how = callOf(frame, caller, below?.raw.functionName ?? "", guest);
  return {
    message: raw.message,
    errorName: raw.name,
    name: names.of(frame.function) || site.functionName,
    frame,
    receiver: how.receiver,
    call: below?.operation?.node,
    caller,
    guest,
    values,
  };
}
