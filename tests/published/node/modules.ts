/** How modules are found where plain Node differs from a deployed function: TypeScript's "./b.js" that is b.ts, and NODE_PATH. */
import { registerHooks } from "node:module";

export function findLayersAndSources(): void {
  registerHooks({
    resolve(specifier, context, next) {
      try {
        return next(specifier, context);
      } catch (error) {
        const source = specifier.replace(/\.([cm]?)js$/, ".$1ts");
        if (!specifier.startsWith(".") || source === specifier) throw error;
        return next(source, context);
      }
    },
  });
}
