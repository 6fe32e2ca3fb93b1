/** Makes client:intent known to Astro (on-intent.ts), and keeps what it needs out of the pages until then (islands-props.ts). */
import type { AstroIntegration } from "astro";
import { moveIslandsProps } from "./islands-props.ts";

export function intentDirective(): AstroIntegration {
  let base = "/";
  return {
    name: "client:intent",
    hooks: {
      "astro:config:setup": ({ addClientDirective }) => {
        addClientDirective({ name: "intent", entrypoint: "./src/page/on-intent.ts" });
      },
      "astro:config:done": ({ config }) => {
        base = config.base;
      },
      "astro:build:done": ({ dir }) => moveIslandsProps(dir, base),
    },
  };
}
