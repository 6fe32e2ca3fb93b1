/**
 * Puts licenses.txt into the built site: the notices of the packages whose code or letters a page may fetch. Which ones they are,
 * the bundler says; only what reaches the site past the bundler is named here.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { noticesOf } from "./notices.ts";

/** The guest's library is bundled on its own (sandbox/runtime/quickjs/library); esbuild leaves the paths of CommonJS files in the text. */
const GUEST = "sandbox/runtime/quickjs/guest/dist";

/** What leaves no path: the engine's binary, Node's util.inspect (whose licence is also that of Node's own files) and ES modules in the guest's library, the fonts, the service worker. */
const BESIDE_THE_BUNDLER = [
  "@jitl/quickjs-ng-wasmfile-release-sync",
  "node-inspect-extracted",
  "urlpattern-polyfill",
  "@fontsource/pretendard",
  "@fontsource/nanum-gothic-coding",
  "workbox-core",
  "workbox-precaching",
  "workbox-routing",
  "workbox-strategies",
];

export function licences(): AstroIntegration {
  const found = new Set(BESIDE_THE_BUNDLER);
  // For the page's scripts and, by themselves, for the worker's.
  const collector = () => ({
    name: "licences",
    generateBundle(_options: unknown, bundle: Readonly<Record<string, { readonly moduleIds?: readonly string[] }>>) {
      if (isServer(this)) return;
      for (const { moduleIds = [] } of Object.values(bundle))
        for (const id of moduleIds) for (const name of packagesIn(id)) found.add(name);
    },
  });
  let root = "";
  return {
    name: "licences",
    hooks: {
      "astro:config:setup": ({ config, updateConfig }) => {
        root = fileURLToPath(config.root);
        updateConfig({ vite: { plugins: [collector()], worker: { plugins: () => [collector()] } } });
      },
      "astro:build:done": ({ dir }) => {
        for (const name of packagesInGuest(join(root, GUEST))) found.add(name);
        writeFileSync(join(fileURLToPath(dir), "licenses.txt"), noticesOf(root, [...found].sort()));
      },
    },
  };
}

/** The pages themselves are made by a bundle of their own, of which nothing reaches the site. */
function isServer(context: object): boolean {
  const { environment } = context as { readonly environment?: { readonly name: string } };
  return environment !== undefined && environment.name !== "client";
}

function packagesInGuest(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".js"))
    .flatMap((file) => packagesIn(readFileSync(join(folder, file), "utf8")));
}

/** `…/node_modules/@scope/name/file.js` → `@scope/name`. */
const packagesIn = (text: string) =>
  [...text.replaceAll("\\", "/").matchAll(/node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//g)]
    .map(([, name = ""]) => name)
    .filter((name) => !name.startsWith("."));
