/** `npm start`: from a fresh clone to a served page. */
import { endWithParent } from "./parent.mjs";
import { serve } from "./serve.mjs";
import { buildEngine, buildSite, installPackages, main } from "./setup.mjs";

await main(async () => {
  installPackages();
  buildEngine();
  buildSite();
  const { address, close } = await serve({ folder: "dist", basePath: process.env.BASE_PATH, firstPort: 4321 });
  endWithParent(close);
  console.log(`람다 랩: ${address}`);
});
