/** Intl.Locale's slots, which everything that takes locales looks at. */
import { slots } from "./slots.js";

export const LocaleSlots = slots();

/** The tag of an Intl.Locale; undefined of anything else. */
export const asLocale = (value) => LocaleSlots.of(value)?.tag;
