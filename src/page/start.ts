/** What every page does besides its labs. Each part finds its own place in the page, and does nothing where there is none. */
import { startOffline } from "../offline/notices.ts";
import { startChapterProgress } from "./chapter-progress.ts";
import { startCopying } from "./copy.ts";
import { startCurrentSection } from "./current-section.ts";
import { startTerms } from "./terms.ts";
import { startTheme } from "./theme.ts";
import { startWideTables } from "./wide-tables.ts";

startTheme();
startChapterProgress();
startCurrentSection();
startCopying();
startTerms();
startWideTables();
startOffline();

// A browser that is too old, or a school's policy that forbids them: said once, before a reader presses 실행 in vain.
if (typeof Worker === "undefined" || typeof WebAssembly === "undefined") {
  document.querySelector(".cannot-run")?.removeAttribute("hidden");
}
