/**
 * When an island is wanted, once its page has a reader: as it comes near. A chapter has up to sixteen labs, exercises and quizzes, and
 * who tries the first lab shall not wait for what the last one needs.
 */

/** Screens above and below what is seen: so far a hand scrolls while an island is fetched. */
const SCREENS = 1;

export function near(island: HTMLElement): Promise<unknown> {
  return Promise.race([allWanted, comesNear(island)]);
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
