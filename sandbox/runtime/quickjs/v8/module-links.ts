/** Which module of the engine asks which other one for a name (JSModuleDef in quickjs.c). */
import type { GuestMemory, Pointer } from "./guest-memory.ts";

export interface Import {
  /** The importing module's full name. */
  readonly importer: string;
  readonly specifier: string;
}

const MODULE = { name: 4, link: 8, requests: 16, requestCount: 20, imports: 52, importCount: 56 } as const;
const REQUEST = { bytes: 16, specifier: 0, module: 4 } as const;
const IMPORT = { bytes: 12, name: 4, request: 8 } as const;
const MOST_MODULES = 10_000;

/** The first module that imports `name` from the module called `from`. */
export function importOf(guest: GuestMemory, name: string, from: string): Import | undefined {
  for (const module of modules(guest)) {
    const imports = guest.u32(module + MODULE.imports);
    for (let index = 0; index < guest.u32(module + MODULE.importCount); index += 1) {
      const entry = imports + index * IMPORT.bytes;
      const request = guest.u32(module + MODULE.requests) + guest.u32(entry + IMPORT.request) * REQUEST.bytes;
      if (guest.atom(guest.u32(entry + IMPORT.name)) !== name) continue;
      if (guest.atom(guest.u32(guest.u32(request + REQUEST.module) + MODULE.name)) !== from) continue;
      return { importer: guest.atom(guest.u32(module + MODULE.name)), specifier: guest.atom(guest.u32(request + REQUEST.specifier)) };
    }
  }
  return undefined;
}

/** The full name of what a module asks for under a specifier. */
export function requested(guest: GuestMemory, importer: string, specifier: string): string | undefined {
  for (const module of modules(guest)) {
    if (guest.atom(guest.u32(module + MODULE.name)) !== importer) continue;
    for (let index = 0; index < guest.u32(module + MODULE.requestCount); index += 1) {
      const request = guest.u32(module + MODULE.requests) + index * REQUEST.bytes;
      if (guest.atom(guest.u32(request + REQUEST.specifier)) !== specifier) continue;
      return guest.atom(guest.u32(guest.u32(request + REQUEST.module) + MODULE.name));
    }
  }
  return undefined;
}

/** Through which the modules that we put around CommonJS files and JSON reach the guest's loader (modules/synthetic.ts). */
const INTERNAL = "lambda-lab:internal";

/** Whether a module's code is our own, under the name of a file that is none. */
export function isSynthetic(guest: GuestMemory, name: string): boolean {
  return requested(guest, name, INTERNAL) !== undefined;
}

function* modules(guest: GuestMemory): Generator<Pointer> {
  const list = guest.loadedModules;
  let link = guest.u32(list + 4);
  for (let steps = 0; link !== list && link !== 0 && steps < MOST_MODULES; steps += 1) {
    yield link - MODULE.link;
    link = guest.u32(link + 4);
  }
}
