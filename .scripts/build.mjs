/** `npm run build`, `npm run build:engine` (`--engine-only`). */
import { buildEngine, buildSite, main } from "./setup.mjs";

await main(() => {
  const engineOnly = process.argv.includes("--engine-only");
  buildEngine({ force: engineOnly });
  if (!engineOnly) buildSite({ force: true });
});
