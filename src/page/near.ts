/**
 * When an island is wanted, once its page has a reader: at once where it is near, as it comes near, and in any case soon. A chapter has
 * up to sixteen labs, exercises and quizzes, and who tries the first lab shall not wait for what the last one needs.
 */

/** Screens above and below what is seen: so far a hand scrolls while an island is fetched. */
const SCREENS = 1;

/** Milliseconds after the first sign of the reader, in which what is near has the network to itself. */
const HEAD_START = 3_000;

/**
 * Whose browser keeps the book fetches nothing from the network. And what is fetched late keeps the service worker of an old edition
 * at work, half a minute long in Chromium, while the reader waits for the new one (../offline/notices.ts).
 */
const headStart = () => ("serviceWorker" in navigator && navigator.serviceWorker.controller !== null ? 0 : HEAD_START);

/** `reader`: kept when there is one. */
export function wanted(island: HTMLElement, reader: Promise<void>): Promise<unknown> {
  return Promise.race([allWanted, Promise.all([reader, comesNear(island)]), inTurn(reader)]);
}

/** An island has no box of its own: what stands in it has. What is folded away comes near when it is unfolded. */
function comesNear(island: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    const come = (entries: readonly IntersectionObserverEntry[]) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      resolve();
    };
    const observer = new IntersectionObserver(come, { rootMargin: `${SCREENS * 100}% 0px` });
    for (const child of island.children) observer.observe(child);
  });
}

/** When the last island's turn has come. */
let turns: Promise<unknown> | undefined;

/** One after the other, while the page has nothing else to do: all at once would stop a tablet for half a second. */
function inTurn(reader: Promise<void>): Promise<unknown> {
  turns = (turns ?? reader.then(() => new Promise((resolve) => setTimeout(resolve, headStart())))).then(pause);
  return turns;
}

/** Milliseconds after which a turn comes although the page has something to do: a window that nobody looks at may never be idle. */
const LONGEST_PAUSE = 500;

/** Safari has no idle callbacks yet. */
function pause(): Promise<unknown> {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(resolve, { timeout: LONGEST_PAUSE });
    else setTimeout(resolve, 100);
  });
}

/**
 * Who goes by keyboard, or with a program that reads the page aloud, does not scroll there first: buttons are printed disabled, and a
 * focus would pass over them. A focus that follows a press of the pointer says nothing of the kind. Paper has no scrolling either.
 */
const allWanted = new Promise<void>((resolve) => {
  let byPointer = false;
  const listen = <Name extends keyof WindowEventMap>(name: Name, listener: (event: WindowEventMap[Name]) => void) =>
    addEventListener(name, listener, { capture: true, passive: true });
  listen("pointerdown", () => {
    byPointer = true;
  });
  listen("keydown", ({ key }) => {
    byPointer = false;
    if (key === "Tab") resolve();
  });
  listen("focusin", () => {
    if (!byPointer) resolve();
  });
  listen("beforeprint", () => resolve());
});
