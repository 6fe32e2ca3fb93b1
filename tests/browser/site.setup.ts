/** Builds the site twice, at the root of a server and below a path, and serves both for as long as the tests run. */
import { serve } from "../../.scripts/serve.mjs";
import { buildEngine, buildSite } from "../../.scripts/setup.mjs";

const BELOW = { basePath: "/class/3/", folder: "test-results/site-below-a-path" };

export default async function setUp(): Promise<() => void> {
  buildEngine();
  buildSite({ basePath: "/" });
  buildSite(BELOW);
  const root = await serve({ folder: "dist", firstPort: 0 });
  const below = await serve({ ...BELOW, firstPort: 0 });
  process.env.SITE_AT_ROOT = `http://school.example:${root.port}/`;
  process.env.SITE_BELOW_A_PATH = `http://school.example:${below.port}${BELOW.basePath}`;
  return () => {
    root.close();
    below.close();
  };
}
