/** Marks the section that is being read in the page's contents. */

export function startCurrentSection(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(".toc a")];
  const headings = links.map(({ hash }) => document.getElementById(decodeURIComponent(hash.slice(1))));
  if (links.length === 0) return;
  const mark = () => {
    // The last heading above the upper third of the window; before the first one, none.
    const reached = headings.findLastIndex((heading) => heading !== null && heading.getBoundingClientRect().top < innerHeight / 3);
    for (const [index, link] of links.entries()) {
      if (index === reached) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  let isWaiting = false;
  addEventListener(
    "scroll",
    () => {
      if (isWaiting) return;
      isWaiting = true;
      requestAnimationFrame(() => {
        isWaiting = false;
        mark();
      });
    },
    { passive: true },
  );
  mark();
}
