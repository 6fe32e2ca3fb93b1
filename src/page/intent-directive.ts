/** Makes client:intent known to Astro (on-intent.ts), and keeps what islands need out of the pages (islands-props.ts, islands-script.ts). */
import type { AstroIntegration } from "astro";
import { moveIslandsProps } from "./islands-props.ts";
import { moveIslandsScript } from "./islands-script.ts";

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
      "astro:build:done": ({ dir }) => {
        moveIslandsProps(dir, base);
        moveIslandsScript(dir, base);
      },
    },
  };
}
