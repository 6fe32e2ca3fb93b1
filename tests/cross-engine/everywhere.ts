import type { Environment } from "./places/browser.ts";
import { openChromium } from "./places/chromium.ts";
import { openFirefox } from "./places/firefox.ts";
import { openNode, openNodeWorker } from "./places/node.ts";
import type { Place, PlaceName, Skipped } from "./program.ts";
import { type Server, startServer } from "./server.ts";

export interface Everywhere {
  readonly places: readonly Place[];
  readonly skipped: readonly Skipped[];
  close(): Promise<void>;
}

const OPEN: Readonly<Record<PlaceName, (server: Server, env: Environment) => Promise<Place>>> = {
  node: (_server, env) => openNode(env),
  "node-worker": (_server, env) => openNodeWorker(env),
  chromium: openChromium,
  firefox: openFirefox,
};

/** Opens the places that this machine has; one that cannot be had is named with the reason. Close it in a `finally`. */
export async function openEverywhere(
  names: readonly PlaceName[] = ["node", "chromium", "firefox"],
  env: Environment = {},
): Promise<Everywhere> {
  const server = await startServer();
  const places: Place[] = [];
  const skipped: Skipped[] = [];
  for (const name of names) {
    try {
      places.push(await OPEN[name](server, env));
    } catch (thrown) {
      // A browser that is absent or does not start is the machine's affair; the report says so.
      skipped.push({ name, skipped: `${name}: skipped: ${thrown instanceof Error ? thrown.message : String(thrown)}` });
    }
  }
  return {
    places,
    skipped,
    async close() {
      for (const place of places) await place.close();
      await server.close();
    },
  };
}
