import { build } from "esbuild";
import { expect, test } from "vitest";

/** What a page downloads for the builders. */
async function bundled() {
  const result = await build({
    entryPoints: ["sandbox/events/index.ts"],
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
    metafile: true,
  });
  return { inputs: Object.keys(result.metafile.inputs), bytes: result.outputFiles[0]?.contents.length ?? 0 };
}

test("the builders bring no zod to a page and stay below 32 kB", async () => {
  const { inputs, bytes } = await bundled();
  expect(inputs).toContain("sandbox/events/sqs.ts");
  expect(inputs.filter((path) => path.includes("node_modules/zod") || path.includes("-schema"))).toEqual([]);
  expect(bytes).toBeLessThan(32_000);
});
