/** Where `npm run build:engine` puts what the simulation runs on. */
import { existsSync } from "node:fs";

export const ENGINE = new URL("../runtime/quickjs/engine/dist/quickjs.wasm", import.meta.url);
export const GUEST = new URL("../runtime/quickjs/guest/dist/", import.meta.url);

export const isBuilt = () => existsSync(ENGINE) && existsSync(new URL("boot.js", GUEST));
