/** `npm run bench`: every figure in one run. Nothing here fails: speed is measured, not asserted. */
import { environmentFigures } from "./environments.ts";
import { hostileFigures } from "./hostile.ts";
import { builtInFigures, layerFigures } from "./imports.ts";
import { engineModule, invocationFigures } from "./invocation.ts";
import { labFigures } from "./lab.ts";
import { print } from "./measure.ts";
import { meteringFigures } from "./metering.ts";
import { PAGES_AIM, pageFigures } from "./pages.ts";
import { serviceFigures } from "./service.ts";

const engine = engineModule();
print("An invocation: HTTP event with 15 headers and 5 items, one console.log", invocationFigures(engine));
print("Environments", environmentFigures());
print("Many invocations in one scenario", serviceFigures());
print("Importing a package of a layer, beyond a cold start with the layer", layerFigures());
print("Importing a built-in", builtInFigures());
print("Metering, per program", meteringFigures(engine));
print("Hostile code, real time", await hostileFigures());
print(`Pages before intent, gzipped (${PAGES_AIM})`, await pageFigures());
print("A lab in Chromium", await labFigures());
