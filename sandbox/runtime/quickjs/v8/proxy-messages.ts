/** V8's messages for proxies that an operation meets. */
import type { Failure } from "./failure.ts";

/** A handler of a proxy has something that is no function for a trap. */
export function noTrap({ operation: { key }, frame, guest, values }: Failure): string | undefined {
  const proxy = [frame.operand(0), frame.operand(1)].find((value) => values.isProxy(value));
  if (proxy === undefined) return undefined;
  const handler = guest.value(guest.u32(guest.payload(guest.object(proxy))) + PROXY_HANDLER);
  const trap = values.property(guest.object(handler), trapOf(key));
  return (
    trap && `'${values.describe(trap)}' returned for property '${trapOf(key)}' of object '${values.describe(handler)}' is not a function`
  );
}

export function trapOf(key: string): string {
  if (key.startsWith("put")) return "set";
  if (key === "in") return "has";
  if (key === "delete") return "deleteProperty";
  if (/^(call|method|apply)/.test(key)) return "apply";
  return key.startsWith("new") ? "construct" : "get";
}

/** JSProxyData.handler. */
const PROXY_HANDLER = 8;
