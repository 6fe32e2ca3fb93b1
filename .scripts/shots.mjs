/** `npm run shots`: pictures of every page at two widths, light and dark, in .shots/, for someone to look at. */
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { chromium as browserType } from "playwright";
import { CHROMIUM_FLAGS, chromium } from "./chromium.mjs";
import { root } from "./places.mjs";
import { serve } from "./serve.mjs";
import { buildEngine, buildSite, main, say } from "./setup.mjs";

const WIDTHS = [1280, 390];
const SCHEMES = ["light", "dark"];

await main(async () => {
  buildEngine();
  buildSite({ basePath: "/" });
  const folder = join(root, ".shots");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const site = await serve({ folder: "dist", firstPort: 0 });
  const browser = await browserType.launch({ executablePath: chromium(), args: CHROMIUM_FLAGS });
  for (const width of WIDTHS) {
    for (const colorScheme of SCHEMES) {
      const page = await browser.newPage({ viewport: { width, height: width > 800 ? 900 : 844 }, colorScheme, locale: "ko-KR" });
      for (const path of pagesOf(join(root, "dist"))) {
        await page.goto(site.address + path, { waitUntil: "networkidle" });
        const name = path.replace(/\/$|\.html$/, "").replaceAll("/", "-") || "index";
        await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
      }
      await page.close();
    }
  }
  await browser.close();
  site.close();
  say(`그림을 .shots/ 폴더에 두었습니다.`);
});

/** Addresses of the built pages, relative to the site: "", "chapters/…/", "404.html". */
function pagesOf(folder) {
  return readdirSync(folder, { recursive: true })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".html"))
    .map((file) => file.replace(/(^|\/)index\.html$/, "$1"))
    .sort();
}
