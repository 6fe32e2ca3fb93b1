import { readBook } from "./book.ts";
import { readLab } from "./labs.ts";
import { pressed, scenarioOf } from "../../src/lab/session.ts";
import { simulate } from "../../sandbox/simulate.ts";
import { nodeRuntime } from "../../sandbox/node/library.ts";
import { textTimeline } from "../../sandbox/trace/text-timeline.ts";
import { metrics } from "../../sandbox/trace/metrics.ts";
const [, , wanted, presses, show] = process.argv;
const runtime = nodeRuntime();
for (const chapter of readBook("/work/main").chapters) for (const folder of chapter.labs) {
  if (folder.name !== wanted) continue;
  const read = readLab(chapter, folder);
  if ("problems" in read) { console.log(read.problems); continue; }
  const trace = simulate(scenarioOf(pressed(read.read.definition, Number(presses))), runtime);
  if (show === "t") console.log(textTimeline(trace));
  const n: Record<string, number> = {};
  for (const e of trace.events) n[e.type] = (n[e.type] ?? 0) + 1;
  console.log(JSON.stringify(n), "ends", (trace.endsAt - trace.startsAt) / 1000);
  for (const m of metrics(trace, 366 * 86400000)) console.log(m.MetricName, JSON.stringify(m.Dimensions), JSON.stringify(m.points[0]));
}
