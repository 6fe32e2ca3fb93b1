import { readText } from "./text.mjs";

export const handler = async (event) => {
  const card = readText("src/templates/card.txt");
  return { card: card.replace("{이름}", event.to).trim() };
};
