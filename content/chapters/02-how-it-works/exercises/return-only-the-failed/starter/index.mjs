import { analyze } from "./analyze.mjs";

export const handler = async (event) => {
  for (const { body } of event.Records) {
    await analyze(JSON.parse(body));
  }
};
