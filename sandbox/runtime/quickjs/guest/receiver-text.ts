/** A receiver as V8 shows it in a refusal: `#<Object>`, `5`. */
export function receiverText(value: unknown): string {
  if (typeof value === "symbol") return value.toString();
  if (typeof value !== "object" || value === null) return `${value as string}`;
  const maker = (value as { readonly constructor?: { readonly name?: unknown } }).constructor?.name;
  return `#<${typeof maker === "string" && maker !== "" ? maker : "Object"}>`;
}
