/** node:diagnostics_channel: Node's own (build/node-source.ts). */
import load from "internal/diagnostics-channel";

const channels = load("diagnostics_channel");

export { channels as "module.exports" };
