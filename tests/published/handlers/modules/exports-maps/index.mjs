import { createRequire } from "node:module";
import defaultKind, { kind } from "dual-pack";
import { upper } from "dual-pack/text";
import { one } from "dual-pack/features/one";

const require = createRequire(import.meta.url);

export const handler = async () => {
  const failures = [];
  for (const name of ["dual-pack/src/secret.js", "dual-pack/features/two", "no-such-pack", "dual-pack/internal/x"]) {
    try {
      await import(name);
      failures.push(`${name} was found`);
    } catch (error) {
      failures.push(`${name}: ${error.code}`);
    }
  }
  console.log(failures.join("\n"));
  return { esm: kind, cjs: require("dual-pack").kind, byDefault: typeof defaultKind, upper: upper("ok"), one, conditions: require("dual-pack/where") };
};
