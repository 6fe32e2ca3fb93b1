import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Locked {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly resolved?: string;
}

const lock: { readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(readFileSync("package-lock.json", "utf8"));

test("The lockfile names every platform's binaries, also where the registry that made it lacks them (npm run lockfile).", () => {
  const missing = Object.entries(lock.packages)
    .filter(([path]) => path.lastIndexOf("node_modules/") === 0)
    .flatMap(([, { optionalDependencies = {} }]) => Object.keys(optionalDependencies))
    .filter((name) => /-(darwin|linux|win32)-(arm64|x64)/.test(name) && lock.packages[`node_modules/${name}`] === undefined);
  expect(missing).toEqual([]);
});

test("The lockfile names no registry: each machine asks its own.", () => {
  expect(Object.values(lock.packages).filter(({ resolved }) => resolved?.startsWith("http"))).toEqual([]);
});
