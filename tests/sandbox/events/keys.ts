/** The keys of an event in their order, as one line: `a b{c d} e[f]`. Lists tell of their first member. */
export function keysOf(value: unknown): string {
  return Object.entries(Object(value))
    .map(([name, inner]) => name + within(inner))
    .join(" ");
}

/** The same, without what a client or an owner names: headers, parameters, attributes. */
export function keysWithout(value: unknown, ...free: readonly string[]): string {
  return keysOf(
    JSON.parse(JSON.stringify(value), (name, inner) =>
      free.includes(name) && inner !== null && typeof inner === "object" ? "free" : inner,
    ),
  );
}

function within(value: unknown): string {
  if (Array.isArray(value)) return typeof value[0] === "object" && value[0] !== null ? `[${keysOf(value[0])}]` : "";
  return typeof value === "object" && value !== null && Object.keys(value).length > 0 ? `{${keysOf(value)}}` : "";
}
