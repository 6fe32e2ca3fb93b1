/** How far a reader has come in each chapter, in the lists of chapters. */
import { type ChapterProgress, onProgress, progressOf } from "../progress.ts";

export function startChapterProgress(): void {
  const links = document.querySelectorAll<HTMLElement>("[data-chapter]");
  const show = () => {
    for (const link of links) showOn(link);
  };
  show();
  onProgress(show);
}

function showOn(link: HTMLElement): void {
  const done = share(progressOf(link.dataset.chapter ?? ""), Number(link.dataset.parts));
  link.style.setProperty("--done", String(done));
  const words = link.querySelector(".progress");
  if (words !== null) words.textContent = done === 0 ? "" : done === 1 ? "마침" : `${Math.round(done * 100)}% 마침`;
}

/** Labs that ran, exercises that were solved and questions that were answered rightly, of all that the chapter has; 0 to 1. */
export function share({ labs, exercises, quiz }: ChapterProgress, parts: number): number {
  const made = [...Object.values(labs), ...Object.values(exercises), ...Object.values(quiz)];
  const done = made.filter((came) => came === "run" || came === "solved" || came === "right").length;
  // A name that the chapter no longer has is still kept in the browser.
  return parts === 0 ? 0 : Math.min(1, done / parts);
}
