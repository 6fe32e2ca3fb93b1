import { inspect } from "./bikes.mjs";

export const handler = async (event) => {
  for (const { body } of event.Records) {
    await inspect(JSON.parse(body).bike);
  }
  return { batchItemFailures: [] };
};
