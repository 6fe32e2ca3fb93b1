/**
 * The calculator's settings: from a shared link, else as they were left, else the example. They outlive a reload, and nothing of
 * them leaves the browser.
 */
import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { formProblems } from "../../sandbox/index.ts";
import { keep, kept } from "../kept.ts";
import { EXAMPLE } from "./example.ts";
import { type CalculatorSettings, formOf, settingsOf } from "./settings.ts";
import { linkHash, settingsOfHash } from "./share-link.ts";

export interface KeptSettings {
  readonly settings: ReadonlySignal<CalculatorSettings>;
  readonly isAlive: ReadonlySignal<boolean>;
  /** About a link that could not be read; empty where there is nothing to say. */
  readonly trouble: ReadonlySignal<string>;
  change(settings: CalculatorSettings): void;
}

const KEY = "calculator";
const BAD_LINK = "링크를 읽지 못했습니다. 주소가 잘리지 않았는지 보세요.";

/** `isCompact`: in a chapter, where the address is the chapter's and nothing is kept. */
export function useKeptSettings(isCompact: boolean): KeptSettings {
  const settings = useSignal(settingsOf(EXAMPLE, true));
  const isAlive = useSignal(false);
  const trouble = useSignal("");
  useEffect(() => {
    isAlive.value = true;
    if (isCompact) return;
    const readLink = () => {
      const linked = settingsOfHash(location.hash);
      trouble.value = linked === "wrong" ? BAD_LINK : "";
      if (linked !== undefined && linked !== "wrong") settings.value = linked;
      return linked !== undefined && linked !== "wrong";
    };
    if (!readLink()) {
      const left = settingsOfHash(String(kept(KEY) ?? ""));
      if (left !== undefined && left !== "wrong") settings.value = left;
    }
    addEventListener("hashchange", readLink);
    return () => removeEventListener("hashchange", readLink);
  }, [isCompact, isAlive, settings, trouble]);
  return {
    settings,
    isAlive,
    trouble,
    change(next) {
      settings.value = next;
      if (isCompact) return;
      trouble.value = "";
      // The address would claim what no longer holds.
      if (location.hash !== "") history.replaceState(null, "", location.pathname + location.search);
      const form = formOf(next);
      // What cannot be billed is not kept: the last that could be is.
      if (formProblems(form).length === 0) keep(KEY, linkHash(form, next.freeTier));
    },
  };
}
