/** The runtime of a scenario that mixes functions with code and functions whose behaviour is declared. */
import { startDeclared } from "./declared.ts";
import type { Runtime } from "./runtime.ts";

/** `code` runs the functions that have some. */
export function byDefinition(code: Runtime): Runtime {
  return {
    start: (options) => {
      const { declared } = options.definition;
      return declared === undefined ? code.start(options) : startDeclared(options, declared);
    },
    catalogueLayer: (name) => code.catalogueLayer(name),
    build: (sources) => code.build(sources),
  };
}
