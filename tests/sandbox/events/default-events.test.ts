/** Every source's event without fields, whole: a change that nobody meant shows here. */
import { expect, test } from "vitest";
import { EVENT_SOURCES, type EventSourceName } from "../../../sandbox/events/index.ts";
import { eventContext } from "./context.ts";

test.each(Object.keys(EVENT_SOURCES) as EventSourceName[])("%s without fields is the event of default-events/", async (name) => {
  const event = JSON.stringify(EVENT_SOURCES[name].build({}, eventContext()), null, 2);
  await expect(`${event}\n`).toMatchFileSnapshot(`default-events/${name}.txt`);
});
