import { analyze } from "./analyze.mjs";

export const handler = async (event) => {
  const batchItemFailures = [];
  for (const { messageId, body } of event.Records) {
    try {
      await analyze(JSON.parse(body));
    } catch (error) {
      console.error(error.message);
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
};
