import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { localeDataModule } from "../../../sandbox/node/locale-data/build.ts";

test("the locale data is what the pinned Node's ICU says: after an update of Node it is read again (sandbox/node/locale-data/build.ts)", () => {
  const written = readFileSync(new URL("../../../sandbox/runtime/quickjs/codecs/formatting/locale-data.ts", import.meta.url), "utf8");
  expect(localeDataModule() === written).toBe(true);
}, 120_000);
