/** The example of content/README.md, run. */
import { expect, test } from "vitest";
import { checkedScenario } from "../../../sandbox/scenario-schema.ts";
import { simulate } from "../../../sandbox/simulate.ts";
import { invoke, payload, runtime, scenario } from "../../harness.ts";

const HTTP = [
  { url: "https://hooks.slack.com/services/*", method: "POST", body: "ok", latency: "300ms" },
  { url: "https://api.example.com/orders/*", status: 503, times: 2 },
  { url: "https://api.example.com/orders/*", json: { id: 7, 상태: "배송 중" } },
  { url: "https://db.example.com", error: "ETIMEDOUT" },
];
const CODE = `export const handler = async ({ orderId }) => {
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const response = await fetch(\`https://api.example.com/orders/\${orderId}\`, { signal: AbortSignal.timeout(1000) });
    if (response.ok) {
      const order = await response.json();
      await fetch("https://hooks.slack.com/services/T/B/x", { method: "POST", body: JSON.stringify({ text: \`\${order.id}: \${order.상태}\` }) });
      return { attempt, order };
    }
  }
};`;

test("the third attempt is answered, and Slack hears of it", () => {
  const checked = checkedScenario({ ...scenario(CODE, { Timeout: 5 }, [invoke({ orderId: 7 })]), http: HTTP });
  if ("problems" in checked) throw new Error(checked.problems.join("\n"));
  const trace = simulate(checked.scenario, runtime());
  expect(payload(trace)).toBe('{"attempt":3,"order":{"id":7,"상태":"배송 중"}}');
  const told = trace.events.flatMap((event) => (event.type === "http-requested" ? [`${event.method} ${event.url} ${event.body}`] : []));
  expect(told).toEqual([
    "GET https://api.example.com/orders/7 ",
    "GET https://api.example.com/orders/7 ",
    "GET https://api.example.com/orders/7 ",
    'POST https://hooks.slack.com/services/T/B/x {"text":"7: 배송 중"}',
  ]);
});
