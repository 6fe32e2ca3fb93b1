/** Says that the network is gone while the book is kept here, and that a new edition waits to be switched to. */
import { address } from "../address.ts";
import { SWITCH_EDITION } from "./messages.ts";

export function startOffline(): void {
  if (!("serviceWorker" in navigator)) return;
  showOffline();
  void watchEditions();
}

function showOffline(): void {
  const notice = document.querySelector<HTMLElement>(".offline");
  if (notice === null) return;
  const show = () => {
    notice.hidden = navigator.onLine || navigator.serviceWorker.controller === null;
  };
  show();
  for (const happening of ["online", "offline"]) globalThis.addEventListener(happening, show);
}

async function watchEditions(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(address(""));
  if (registration === undefined) return;
  if (registration.waiting !== null) offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const { installing } = registration;
    installing?.addEventListener("statechange", () => {
      if (installing.state === "installed") offer(installing);
    });
  });
}

function offer(edition: ServiceWorker): void {
  // The first edition has nothing to take over from.
  const notice = document.querySelector<HTMLElement>(".new-edition");
  if (notice === null || navigator.serviceWorker.controller === null) return;
  notice.hidden = false;
  notice.querySelector("button")?.addEventListener("click", () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
    edition.postMessage(SWITCH_EDITION);
  });
}
