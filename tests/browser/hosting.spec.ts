import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { CHAPTER, expect, SITE, SITE_BELOW_A_PATH, test } from "./lab-page.ts";

test("The tests run where the browser sees no secure context, as on a school's plain http.", async ({ labPage, page }) => {
  await labPage.open();
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await labPage.run();
  await labPage.expectResult({ outside: 1, inside: 1 });
});

test("Below a path, the pages, the lab and its engine come from below that path.", async ({ labPage, page }) => {
  const outside: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(SITE_BELOW_A_PATH())) outside.push(request.url());
  });
  await page.goto(SITE_BELOW_A_PATH());
  await page.locator("main").getByRole("listitem").getByRole("link", { name: "콜드 스타트와 웜 스타트" }).click();
  await labPage.run();
  await labPage.expectResult({ outside: 1, inside: 1 });
  await labPage.editor.fill("import { format } from 'node:util';\nexport const handler = async () => format('%s', 'x');");
  await labPage.run();
  await labPage.expectResult("x");
  await page.getByRole("link", { name: "람다 랩" }).click();
  await expect(page).toHaveURL(SITE_BELOW_A_PATH());
  expect(outside).toEqual([]);
});

test("The page's policy lets scripts come from the site only and evaluates nothing.", async ({ page }) => {
  await page.goto(SITE() + CHAPTER);
  const policy = (await page.locator('meta[http-equiv="content-security-policy"]').getAttribute("content")) ?? "";
  const scripts = /script-src ([^;]*)/.exec(policy)?.[1]?.trim().split(/\s+/) ?? [];
  expect(scripts.filter((source) => !source.startsWith("'sha256-"))).toEqual(["'self'", "'wasm-unsafe-eval'"]);
  expect(policy).toContain("default-src 'none'");
  expect(/style-src ([^;]*)/.exec(policy)?.[1]?.trim()).toBe("'self' 'unsafe-inline'");
});

/** What of these a locked-down worker still has. Bundled and served to the page as a worker of the site. */
const PROBE = `
import { lockDown } from "./sandbox/worker/lock-down.ts";
const names = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "WebTransport", "importScripts", "Worker", "indexedDB", "caches",
  "navigator", "BroadcastChannel", "eval", "Function", "setTimeout", "setInterval"];
const left = () => names.filter((name) => Reflect.get(globalThis, name) !== undefined);
const before = left().length;
lockDown(globalThis);
postMessage({ before, left: left(), constructor: String((async () => 1).constructor), webAssembly: typeof WebAssembly });
`;

test("Nothing in a worker that has locked itself down reaches the network or evaluates text.", async ({ page }) => {
  const { outputFiles } = await build({ stdin: { contents: PROBE, resolveDir: "." }, bundle: true, write: false, format: "esm" });
  await page.route("**/probe.js", (route) => route.fulfill({ contentType: "text/javascript", body: outputFiles[0]?.text ?? "" }));
  await page.goto(SITE());
  const found = await page.evaluate(
    () => new Promise((resolve) => new Worker("/probe.js", { type: "module" }).addEventListener("message", ({ data }) => resolve(data))),
  );
  expect(found).toEqual({ before: expect.any(Number), left: [], constructor: "undefined", webAssembly: "object" });
  // On plain http the browser itself withholds some of them.
  expect(Reflect.get(Object(found), "before")).toBeGreaterThan(10);
});

test("The simulator's worker has locked itself down.", async ({ labPage, page }) => {
  await labPage.open();
  await labPage.run();
  await labPage.expectResult({ outside: 1, inside: 1 });
  // Even the test's own way in evaluates text, and finds nothing to do it with.
  await expect(page.workers()[0]?.evaluate(() => 1)).rejects.toThrow("eval is not a function");
});

test("No script of the site holds zod, which only the build needs; a layer's files are a handler's, and no script.", () => {
  const scripts = readdirSync("dist/_astro").filter((name) => name.endsWith(".js") && !name.startsWith("layer-"));
  expect(scripts.length).toBeGreaterThan(3);
  expect(scripts.filter((name) => /ZodError|~standard/.test(readFileSync(join("dist/_astro", name), "utf8")))).toEqual([]);
});

test.describe("Without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the chapter has its prose, the code, what the code shows, and a word on why nothing runs.", async ({ labPage, page }) => {
    await page.goto(SITE() + CHAPTER);
    await expect(page.locator("article > h2")).not.toHaveCount(0);
    await expect(labPage.lab.locator("textarea")).toHaveValue(/let outside = 0;/);
    await expect(page.getByText("실행하려면 JavaScript가 필요합니다.").first()).toBeVisible();
    const expected = page.locator("details.expected").filter({ hasText: "바깥 3, 안 1" });
    await expect(expected).toContainText('"outside": 3');
    await expected.locator("> summary").click();
    await expect(expected.getByText("바깥 3, 안 1").first()).toBeVisible();
  });
});
