/**
 * `npm run spike`: measures in Node, Chromium and Firefox what the sandbox is built on, and says for each claim whether it
 * holds here. `npm run spike -- stack image` runs those sections only. sandbox/README.md keeps the result.
 */

import type { Everywhere } from "../cross-engine/everywhere.ts";
import { openEverywhere } from "../cross-engine/everywhere.ts";
import type { Findings } from "./claim.ts";
import { alive } from "./sections/alive.ts";
import { clock } from "./sections/clock.ts";
import { drop } from "./sections/drop.ts";
import { image } from "./sections/image.ts";
import { memory } from "./sections/memory.ts";
import { metering } from "./sections/metering.ts";
import { price } from "./sections/price.ts";
import { stack } from "./sections/stack.ts";

const SECTIONS: Readonly<Record<string, (everywhere: Everywhere) => Promise<Findings>>> = {
  metering,
  price,
  memory,
  alive,
  stack,
  drop,
  clock,
  image,
};

const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !(name in SECTIONS));
if (unknown !== undefined) {
  console.error(`spike: there is no section "${unknown}"; there are ${Object.keys(SECTIONS).join(", ")}`);
  process.exit(2);
}

const everywhere = await openEverywhere(["node", "node-worker", "chromium", "firefox"]);
try {
  console.log(everywhere.places.map(({ name, version }) => `${name} ${version}`).join(", "));
  for (const { skipped } of everywhere.skipped) console.log(skipped);
  for (const [name, section] of Object.entries(SECTIONS)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    const { claims, figures } = await section(everywhere);
    console.log(`\n## ${name}`);
    for (const { claim, holds, detail } of claims) console.log(`${holds ? "holds" : "DOES NOT HOLD"}: ${claim}\n    ${detail}`);
    for (const figure of figures ?? []) console.log(`    ${figure}`);
    if (!claims.every(({ holds }) => holds)) process.exitCode = 1;
  }
} finally {
  await everywhere.close();
}
