import { test } from "vitest";
import { simulate } from "../../../sandbox/simulate.ts";
import { payload, runtime, scenario } from "../../harness.ts";
test("x", () => {
  const go = (code: string, http: any[] = []) => { const t = simulate({ ...scenario(code, { MemorySize: 1769, Timeout: 900 }), http }, runtime()); console.log(payload(t), t.events.filter((e) => e.type === "log").map((e: any) => e.message).join("\n").slice(0, 1900)); };
  for (const line of ['const r = new Response("x"); r.body.getReader(); try { return await r.text() } catch (e) { return e.message }', 'const f = new FormData(); f.append("a", "한글"); f.append("f", new File(["x"], "n.txt", { type: "text/plain" })); const g = await new Response(f).formData(); return [g.get("a"), g.get("f").name, await g.get("f").text()]', 'try { return await Response.prototype.text.call({}) } catch (e) { return e.message }', 'try { Response.prototype.text.call({}) } catch (e) { return e.message }', 'return new Response({}).text()', 'const r = new Request("https://a.example/x", { method: "POST", body: "b" }); const c = r.clone(); return [await r.text(), await c.text()]', 'return new Response("{").json()'])
  go(`export const handler = async () => { ${line} }`);
});
