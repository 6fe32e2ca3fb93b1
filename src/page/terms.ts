/** A click on a term shows its sentence in place. Without scripts, or in a browser without popovers, the link leads to the glossary. */

export function startTerms(): void {
  if (!("popover" in HTMLElement.prototype)) return;
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a.term")) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      show(link);
    });
  }
}

function show(link: HTMLAnchorElement): void {
  const card = cardOf(link);
  // Right after the term: the keyboard goes on from there.
  link.after(card);
  card.addEventListener("toggle", (event) => {
    // The event of a popover is a ToggleEvent.
    const isOpen = (event as ToggleEvent).newState === "open";
    link.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) card.remove();
  });
  card.showPopover();
  place(card, link);
  card.focus();
}

function cardOf(link: HTMLAnchorElement): HTMLElement {
  const card = document.createElement("span");
  card.className = "term-card";
  card.popover = "auto";
  card.tabIndex = -1;
  card.role = "note";
  const { term = "", english = "" } = link.dataset;
  card.ariaLabel = term;
  const more = document.createElement("a");
  more.href = link.href;
  more.textContent = "용어집에서 보기";
  card.append(part("b", term), part("i", english), part("span", link.title), more);
  return card;
}

function part(tag: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  if (tag === "i") element.lang = "en";
  return element;
}

/** Below the term, or above where there is no room; never beyond the window's edges. */
function place(card: HTMLElement, link: HTMLElement): void {
  const lines = [...link.getClientRects()];
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return;
  const margin = 16;
  const left = Math.max(margin, Math.min(last.left, document.documentElement.clientWidth - card.offsetWidth - margin));
  const isBelow = last.bottom + card.offsetHeight + margin < innerHeight;
  const top = isBelow ? last.bottom + 6 : first.top - card.offsetHeight - 6;
  card.style.left = `${left + scrollX}px`;
  card.style.top = `${top + scrollY}px`;
}
