export const handler = async ({ names }) => ({
  plain: [...names].sort(),
  local: [...names].sort((a, b) => a.localeCompare(b)),
  korean: [...names].sort((a, b) => a.localeCompare(b, "ko")),
  collator: [...names].sort(new Intl.Collator("ko-KR", { numeric: true }).compare),
  base: "résumé".localeCompare("resume", "en", { sensitivity: "base" }),
  and: new Intl.ListFormat("ko", { style: "long", type: "conjunction" }).format(names.slice(0, 3)),
  or: new Intl.ListFormat("en", { type: "disjunction" }).format(["a", "b", "c"]),
  upper: "istanbul".toLocaleUpperCase("en-US"),
});
