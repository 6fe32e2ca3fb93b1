/** The chapter page as a reader meets it, and a watch over what it must never do. */
import { test as base, expect, type Locator, type Page } from "@playwright/test";

export const SITE = () => address("SITE_AT_ROOT");
export const SITE_BELOW_A_PATH = () => address("SITE_BELOW_A_PATH");
export const CHAPTER = "chapters/cold-and-warm-starts/";
/** A chapter with exercises and a quiz. */
export const EXERCISES = "chapters/context/";

function address(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is set by tests/browser/site.setup.ts`);
  return value;
}

export class LabPage {
  readonly page: Page;
  readonly lab: Locator;
  constructor(page: Page) {
    this.page = page;
    this.lab = page.locator(".lab").filter({ has: page.getByRole("heading", { name: "환경은 기억한다" }) });
  }
  async open(site = SITE()): Promise<void> {
    await this.page.goto(site + CHAPTER);
    await this.come();
    await expect(this.button("실행")).toBeEnabled();
  }
  /** What any reader does before anything else: a page's islands wait for it. */
  async come(): Promise<void> {
    await this.lab.scrollIntoViewIfNeeded();
    await this.page.mouse.move(5, 200);
  }
  button(name: string): Locator {
    return this.lab.getByRole("button", { name, exact: true });
  }
  /** The text area, or what Monaco has in its place. */
  get editor(): Locator {
    return this.lab.getByRole("textbox", { name: "index.mjs" });
  }
  get monaco(): Locator {
    return this.lab.locator(".monaco-editor").first();
  }
  /** Puts the focus into the editor and waits for what it brings on a wide screen. */
  async edit(): Promise<void> {
    await this.editor.focus();
    await expect(this.monaco).toBeVisible();
    await expect(this.editor).toBeFocused();
  }
  /** Writes the code anew. */
  async write(code: string): Promise<void> {
    await this.edit();
    await this.page.keyboard.press("ControlOrMeta+A");
    await this.page.keyboard.insertText(code);
  }
  /** What Monaco shows: its lines, whose spaces do not break. */
  get written(): Locator {
    return this.lab.locator(".view-lines");
  }
  get result(): Locator {
    return this.lab.locator(".result");
  }
  get logLines(): Locator {
    return this.lab.getByRole("list", { name: "로그 줄" }).getByRole("listitem");
  }
  get environments(): Locator {
    return this.lab.getByRole("group", { name: "실행 환경 시간표" }).getByRole("listitem");
  }
  get status(): Locator {
    return this.lab.locator("p.status");
  }
  async run(): Promise<void> {
    await this.button("실행").click();
  }
  /** What the last click's only caller got. */
  async expectResult(value: unknown): Promise<void> {
    await expect.poll(async () => parsed((await this.result.locator("pre").textContent()) ?? "null")).toEqual(value);
  }
}

/** The last run's answer may still stand there, cut so that it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Brings all labs, exercises and questions to life at once, as a press of Tab does (src/page/near.ts). */
export async function wakeAll(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new KeyboardEvent("keydown", { key: "Tab" })));
  await expect(page.locator("astro-island[ssr]")).toHaveCount(0);
}

/** Every test fails on a violation of the page's policy, a request to another origin, or an error that nobody caught. */
export const test = base.extend<{ labPage: LabPage; watched: undefined }>({
  watched: [
    async ({ page }, use) => {
      const faults: string[] = [];
      page.on("pageerror", (error) => faults.push(`uncaught: ${error.message}`));
      page.on("console", (message) => {
        if (message.type() === "error" || /content security policy/i.test(message.text())) faults.push(`console: ${message.text()}`);
      });
      page.on("request", (request) => {
        if (new URL(request.url()).hostname !== "school.example") faults.push(`request to another origin: ${request.url()}`);
      });
      // A reader is there: what waits for a first sign of intent (src/page/on-intent.ts) may come.
      await page.addInitScript(() => addEventListener("load", () => setTimeout(() => dispatchEvent(new Event("pointermove")))));
      await use(undefined);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
  labPage: async ({ page }, use) => {
    await use(new LabPage(page));
  },
});

export { expect };
