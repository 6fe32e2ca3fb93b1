import { build } from "esbuild";

/** What a worker or a Node thread does with a program: wait for the input, answer once. */
const ENTRY = (program: string) => `
import { serve } from "./serve.ts";
import { program } from ${JSON.stringify(program)};
serve(program);
`;

/** One script of a program's entry file (an absolute path), for every place alike. */
export async function bundleProgram(program: string): Promise<string> {
  const result = await build({
    stdin: { contents: ENTRY(program), resolveDir: import.meta.dirname, loader: "ts" },
    bundle: true,
    write: false,
    format: "esm",
    platform: "neutral",
    target: "es2022",
    // Only Node's side of serve.ts names it, and only Node reaches that line.
    external: ["node:*"],
    logLevel: "silent",
  });
  const script = result.outputFiles[0];
  if (script === undefined) throw new Error(`bundling ${program} gave no script`);
  return script.text;
}
