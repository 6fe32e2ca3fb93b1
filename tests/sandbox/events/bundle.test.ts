import { build } from "esbuild";
import { expect, test } from "vitest";

/** What a page downloads of the builders: one source's chunk at a time, after the form's first sight. */
async function bundled() {
  const result = await build({
    entryPoints: ["src/lab/event-source-chunks.ts"],
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    outdir: "never-written",
    write: false,
    metafile: true,
  });
  return Object.entries(result.metafile.outputs).map(([path, { bytes, entryPoint = "", inputs }]) => ({
    name: entryPoint.split("/").at(-1) ?? path,
    bytes,
    inputs: Object.keys(inputs),
  }));
}

test("The builders bring no zod to a page, and each source is a chunk of its own below 6 kB", async () => {
  const chunks = await bundled();
  expect(chunks.flatMap(({ inputs }) => inputs).filter((path) => /node_modules\/zod|-schema|schemas\.ts/.test(path))).toEqual([]);
  // What sources share, such as SQS's digests, is in chunks without a name.
  const sources = chunks.filter(({ name, inputs }) => name !== "" && inputs.some((path) => path.startsWith("sandbox/events/")));
  expect(sources.map(({ name }) => name)).toContain("sqs.ts");
  expect(sources.filter(({ bytes }) => bytes > 6000).map(({ name }) => name)).toEqual(["cloudwatch-logs.ts"]);
});

test("Compression comes with CloudWatch Logs alone", async () => {
  const withPako = (await bundled()).filter(({ inputs }) => inputs.some((path) => path.includes("node_modules/pako")));
  expect(withPako.map(({ name, bytes }) => [name, bytes < 40_000])).toEqual([["cloudwatch-logs.ts", true]]);
});
