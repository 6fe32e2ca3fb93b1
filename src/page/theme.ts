/** Light, dark, or what the device says: the reader's choice, kept. */
import { keep, kept } from "../kept.ts";

export function startTheme(): void {
  const select = document.querySelector<HTMLSelectElement>(".theme select");
  if (select === null) return;
  const chosen = kept("theme");
  select.value = chosen === "light" || chosen === "dark" ? chosen : "device";
  select.addEventListener("change", () => {
    const { dataset } = document.documentElement;
    if (select.value === "device") delete dataset.theme;
    else dataset.theme = select.value;
    keep("theme", select.value === "device" ? undefined : select.value);
  });
}
