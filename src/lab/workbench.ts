/** A lab over the whole window, in two panes. It stays where it is in the page, so that nothing in it starts anew. */
import { type ReadonlySignal, useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";

export interface Workbench {
  readonly isOpen: ReadonlySignal<boolean>;
  toggle(): void;
}

export function useWorkbench(section: RefObject<HTMLElement>): Workbench {
  const isOpen = useSignal(false);
  useEffect(() => {
    const { current } = section;
    if (!isOpen.value || current === null) return undefined;
    const others = outside(current).filter((element) => !element.inert);
    for (const element of others) element.inert = true;
    document.documentElement.classList.add("has-workbench");
    // An editor that has taken Escape for itself (its search box, say) has prevented the default.
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.isComposing && !event.defaultPrevented && !isInEditor(event.target)) isOpen.value = false;
    };
    globalThis.addEventListener("keydown", onKeyDown);
    return () => {
      for (const element of others) element.inert = false;
      document.documentElement.classList.remove("has-workbench");
      globalThis.removeEventListener("keydown", onKeyDown);
    };
  }, [isOpen.value, section, isOpen]);
  return {
    isOpen,
    toggle() {
      isOpen.value = !isOpen.value;
    },
  };
}

/** Escape in the editor frees its Tab; the next one, outside of it, closes the workbench. */
const isInEditor = (target: EventTarget | null) => target instanceof Element && target.closest(".editor .code") !== null;

/** Everything that is beside the element or beside what it stands in. */
function outside(element: HTMLElement): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let at: HTMLElement | null = element; at !== null && at !== document.body; at = at.parentElement) {
    for (const sibling of at.parentElement?.children ?? []) {
      if (sibling !== at && sibling instanceof HTMLElement) found.push(sibling);
    }
  }
  return found;
}
