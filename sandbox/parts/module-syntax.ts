import type { Parts } from "../parts.ts";
import { moduleSyntax } from "../runtime/quickjs/modules/module-syntax.ts";

export const part: Parts["module-syntax"] = moduleSyntax;
