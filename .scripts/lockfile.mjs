/**
 * `npm run lockfile`: names every platform's binaries in package-lock.json. A registry that lacks some of them makes npm leave
 * them out, and then `npm ci` refuses the lockfile on the platforms that need them (tests/repository/lockfile.test.ts).
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./places.mjs";

const PLATFORM = /(aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32|wasm32)-([a-z0-9]+)(?:-(gnu|musl))?/;

const file = join(root, "package-lock.json");
const lock = JSON.parse(readFileSync(file, "utf8"));
for (const [path, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
  if (path.lastIndexOf("node_modules/") !== 0) continue;
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const platform = PLATFORM.exec(name);
    if (platform !== null && /^\d/.test(version)) lock.packages[`node_modules/${name}`] ??= entry(version, platform, dev);
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);

/** As npm writes one, but without the checksum, which only the missing package could tell. */
function entry(version, [, os, cpu, libc], dev) {
  return {
    version,
    cpu: [os === "wasm32" ? "wasm32" : cpu],
    ...(dev ? { dev } : {}),
    ...(libc ? { libc: [libc === "gnu" ? "glibc" : libc] } : {}),
    optional: true,
    ...(os === "wasm32" ? {} : { os: [os] }),
  };
}
