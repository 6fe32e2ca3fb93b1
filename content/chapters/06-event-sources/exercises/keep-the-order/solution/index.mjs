import { updateStatus } from "./tracking.mjs";

export const handler = async (event) => {
  for (const [index, record] of event.Records.entries()) {
    try {
      await updateStatus(JSON.parse(record.body));
    } catch (error) {
      console.error(record.messageId, error.message);
      const left = event.Records.slice(index);
      return { batchItemFailures: left.map(({ messageId }) => ({ itemIdentifier: messageId })) };
    }
  }
  return { batchItemFailures: [] };
};
