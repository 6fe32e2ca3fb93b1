/** `<Buffer 68 65 6c …>`. */

export function inspected(buffer, context, most) {
  const remaining = buffer.length - Math.min(most, buffer.length);
  let shown = buffer
    .toString("hex", 0, Math.min(most, buffer.length))
    .replace(/(.{2})/g, "$1 ")
    .trim();
  if (remaining > 0) shown += ` ... ${remaining} more byte${remaining > 1 ? "s" : ""}`;
  if (context) {
    const extras = { __proto__: null };
    const keys = Reflect.ownKeys(buffer).filter((key) => !(typeof key === "string" && /^(?:0|[1-9]\d*)$/.test(key)));
    const visible = keys.filter((key) => context.showHidden || Object.prototype.propertyIsEnumerable.call(buffer, key));
    for (const key of visible) extras[key] = buffer[key];
    if (visible.length > 0) {
      const text = require("internal/inspect").inspect(extras, { ...context, breakLength: Number.POSITIVE_INFINITY, compact: true });
      shown += `${buffer.length === 0 ? "" : ", "}${text.slice("[Object: null prototype] { ".length, -2)}`;
    }
  }
  return `<${buffer.constructor?.name ?? "Buffer"} ${shown}>`;
}
