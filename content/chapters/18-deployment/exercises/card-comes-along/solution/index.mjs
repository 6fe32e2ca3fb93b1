import { readText } from "./text.mjs";

const card = readText(new URL("./templates/card.txt", import.meta.url));

export const handler = async (event) => {
  return { card: card.replace("{이름}", event.to).trim() };
};
