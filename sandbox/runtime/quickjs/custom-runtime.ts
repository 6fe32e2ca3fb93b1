/**
 * A function that brings its own runtime (provided.al2023): its program runs as a plain process and talks to the Runtime API
 * over HTTP.
 *
 * Simplified: on AWS `bootstrap` is an executable for Linux. Here it is `bootstrap.mjs`, which Node.js runs.
 */
import { RuntimeApi, type RuntimeApiEvents } from "../../lambda/runtime-api.ts";
import type { ProcessNetwork, ProcessOptions } from "../runtime.ts";

const BOOTSTRAP = "bootstrap.mjs";

/** The program's path; undefined where there is none. In the deployment package first, then in the layers. */
export function bootstrapOf({ definition, opt }: Pick<ProcessOptions, "definition" | "opt">): string | undefined {
  if (BOOTSTRAP in definition.files) return `/var/task/${BOOTSTRAP}`;
  return BOOTSTRAP in opt ? `/opt/${BOOTSTRAP}` : undefined;
}

export interface CustomRuntime {
  readonly api: RuntimeApi;
  /** The process's network with the Runtime API in it. What is said there is no request of the trace's. */
  readonly network: ProcessNetwork;
}

export function customRuntime(outside: ProcessNetwork, events: RuntimeApiEvents): CustomRuntime {
  const api = new RuntimeApi(events);
  const local = new Set<number>();
  return {
    api,
    network: {
      lookup: (hostname) => outside.lookup(hostname),
      request(id, request, at) {
        if (!api.knows(request)) return outside.request(id, request, at);
        local.add(id);
        return api.request(request);
      },
      answered(id, exchange, at) {
        if (!local.delete(id)) outside.answered(id, exchange, at);
      },
    },
  };
}
