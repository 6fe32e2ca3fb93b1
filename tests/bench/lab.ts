/**
 * What a lab costs its reader: what the first run and the editor fetch, and how long a click takes until its result is painted, in
 * Chromium against the built site on this machine. A school's network comes on top of it.
 */
import { readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { type Browser, chromium as browserType, type Page, type Response } from "playwright";
import { CHROMIUM_FLAGS, chromium } from "../../.scripts/chromium.mjs";
import { serve } from "../../.scripts/serve.mjs";
import { buildSite } from "../../.scripts/setup.mjs";
import { type Figure, median } from "./measure.ts";

const CHAPTER = "chapters/cold-and-warm-starts/";
/** Its result is another one with every run. */
const LAB = ".lab:has(h3:text('환경은 기억한다'))";
const FIRST_CLICKS = 5;
const WARM_CLICKS = 15;

export async function labFigures(): Promise<readonly Figure[]> {
  buildSite({ basePath: "/" });
  const site = await serve({ folder: "dist", firstPort: 0 });
  const browser = await browserType.launch({ executablePath: chromium(), args: CHROMIUM_FLAGS });
  const first: number[] = [];
  for (let visit = 0; visit < FIRST_CLICKS; visit += 1) {
    const page = await newReader(browser, site.address + CHAPTER);
    first.push(await clickRun(page));
    await page.close();
  }
  const { warm, ...fetched } = await staying(browser, site.address + CHAPTER);
  const chapters = await firstRuns(browser, site.address);
  await browser.close();
  site.close();
  const heaviest = chapters.reduce((most, chapter) => (chapter.bytes > most.bytes ? chapter : most));
  return [
    { what: "the first run fetches, gzipped", value: kilo(fetched.run), aim: "at most 450 kB" },
    {
      what: "the first run of a chapter's first lab, median",
      value: kilo(median(chapters.map(({ bytes }) => bytes))),
      aim: "at most 450 kB",
    },
    { what: "the most of them", value: `${kilo(heaviest.bytes)}: ${heaviest.chapter}`, aim: "at most 450 kB" },
    { what: "the editor fetches, gzipped", value: kilo(fetched.editor), aim: "at most 950 kB" },
    { what: `first click to painted result (${FIRST_CLICKS} visits)`, value: spread(first), aim: "1 s" },
    { what: `click to painted result, warm (${WARM_CLICKS} clicks)`, value: spread(warm), aim: "100 ms" },
  ];
}

/** A reader who runs, runs again, and turns to the editor. */
async function staying(browser: Browser, address: string) {
  const page = await newReader(browser, address);
  const ofRun = watchFetched(page);
  await clickRun(page);
  await page.waitForLoadState("networkidle");
  const run = await ofRun();
  const warm = await clicks(page, WARM_CLICKS);
  // What comes alive by itself is none of the editor's (src/page/near.ts).
  await page.waitForFunction(() => document.querySelector("astro-island[ssr]") === null);
  await page.waitForLoadState("networkidle");
  const ofEditor = watchFetched(page);
  await page.locator(`${LAB} textarea`).first().focus();
  await page.locator(`${LAB} .monaco-editor`).first().waitFor();
  await page.waitForLoadState("networkidle");
  const editor = await ofEditor();
  await page.close();
  return { run, editor, warm };
}

interface FirstRun {
  readonly chapter: string;
  readonly bytes: number;
}

/** What the first run of each chapter's first lab fetches, by a reader who has fetched nothing else but the page. */
async function firstRuns(browser: Browser, address: string): Promise<readonly FirstRun[]> {
  const runs: FirstRun[] = [];
  for (const chapter of readdirSync("dist/chapters")) {
    const page = await newReader(browser, `${address}chapters/${chapter}/`);
    const weight = watchFetched(page);
    const run = page.locator(".lab .runbar button").first();
    if ((await run.count()) > 0) {
      // A sign of the reader's, and coming near: buttons are enabled only then (src/page/on-intent.ts).
      await run.scrollIntoViewIfNeeded();
      await page.mouse.move(10, 10);
      await run.click();
      await page.locator(".lab .result").first().waitFor();
      await page.waitForLoadState("networkidle");
      runs.push({ chapter, bytes: await weight() });
    }
    await page.close();
  }
  return runs;
}

/** A window with an empty cache, the page at rest, its reader's hands still. */
async function newReader(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.addInitScript(notePaints);
  await page.goto(address, { waitUntil: "networkidle" });
  return page;
}

/** Bytes of what has come since, gzipped as a server would send it. What comes after the question counts no more. */
function watchFetched(page: Page): () => Promise<number> {
  const sizes: Promise<number>[] = [];
  const weigh = (response: Response) => sizes.push(response.body().then((body) => gzipSync(body).length));
  page.on("response", weigh);
  return async () => {
    page.off("response", weigh);
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  };
}

/** In the page: the time from a press of the mouse to the frame that shows a changed result. */
function notePaints(): void {
  let pressed = 0;
  // A place that both this script and clickRun can reach.
  const noted = globalThis as { clickToPaint?: number };
  const resultText = () => Array.from(document.querySelectorAll(".lab .result"), (result) => result.textContent).join();
  let shown = "";
  addEventListener(
    "pointerdown",
    () => {
      pressed = performance.now();
      shown = resultText();
      delete noted.clickToPaint;
    },
    { capture: true },
  );
  const observer = new MutationObserver(() => {
    if (pressed === 0 || resultText() === shown) return;
    const since = pressed;
    pressed = 0;
    // The frame with the change is drawn after its callbacks; a task after that comes when it is done.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        noted.clickToPaint = performance.now() - since;
      };
      port2.postMessage(undefined);
    });
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true });
}

/** By the place of the button, as a hand does it. The first click comes right after the scroll that wakes the page (src/page/on-intent.ts). */
async function clickRun(page: Page): Promise<number> {
  const button = page.locator(`${LAB} button.run`);
  await button.scrollIntoViewIfNeeded();
  const box = await button.boundingBox();
  if (box === null) throw new Error("the lab has no 실행");
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  const painted = await page.waitForFunction(() => (globalThis as { clickToPaint?: number }).clickToPaint);
  return Number(await painted.jsonValue());
}

async function clicks(page: Page, count: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let click = 0; click < count; click += 1) times.push(await clickRun(page));
  return times;
}

const kilo = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`;

const spread = (times: readonly number[]) =>
  `${median(times).toFixed(0)} ms (${Math.min(...times).toFixed(0)}–${Math.max(...times).toFixed(0)})`;
