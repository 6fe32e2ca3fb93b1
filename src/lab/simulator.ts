/** The page's one simulator, which all its labs share. Its worker starts on a reader's first intent, never before. */
import { type Client, workerClient } from "../../sandbox/worker/client.ts";

let client: Client | undefined;

export function simulator(): Client {
  client ??= workerClient({ spawn: () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "simulator" }) });
  return client;
}
