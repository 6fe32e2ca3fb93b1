/**
 * A table that is wider than the page scrolls by itself, and then the keyboard has to reach it. Browsers with keyboard focusable scrollers
 * (Chromium, Firefox) need no help; Safari does. A table that fits is no stop.
 */
export function startWideTables(): void {
  const tables = document.querySelectorAll<HTMLTableElement>("article table");
  const look = () => {
    for (const table of tables) {
      if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
      else table.removeAttribute("tabindex");
    }
  };
  look();
  // Fonts that arrive later change widths.
  void document.fonts.ready.then(look);
  addEventListener("resize", look, { passive: true });
}
