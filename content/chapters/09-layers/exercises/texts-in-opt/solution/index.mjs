import { readdirSync, readFileSync } from "node:fs";

const FOLDER = "/opt/texts";

const textOf = (file) => readFileSync(`${FOLDER}/${file}`, "utf8").trim();

const texts = new Map(readdirSync(FOLDER).map((file) => [file.replace(".txt", ""), textOf(file)]));

export const handler = async ({ kind, member }) => {
  return texts.get(kind).replace("{member}", member);
};
