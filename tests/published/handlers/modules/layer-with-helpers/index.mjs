import countries from "country-names";
import { readFile } from "node:fs/promises";

const currencies = JSON.parse(await readFile("/opt/data/currencies.json", "utf8"));

export const handler = async ({ code }) => {
  const name = countries.nameOf(code);
  if (name === undefined) console.warn("no country for", code);
  return { name: name ?? null, currency: currencies[code] ?? null, from: countries.where };
};
