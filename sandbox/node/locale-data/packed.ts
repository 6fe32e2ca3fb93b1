/** The harvest, smaller: lists that say the same text again and again become a list of the texts and a row of numbers. */

export function packed(value: unknown): unknown {
  if (Array.isArray(value))
    return value.length > 40 && value.every((item) => typeof item === "string") ? packedTexts(value) : value.map(packed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, packed(item)]));
}

function packedTexts(texts: readonly string[]): { readonly texts: string[]; readonly at: string } {
  const distinct = [...new Set(texts)];
  return { texts: distinct, at: texts.map((text) => distinct.indexOf(text).toString(36).padStart(2, "0")).join("") };
}
