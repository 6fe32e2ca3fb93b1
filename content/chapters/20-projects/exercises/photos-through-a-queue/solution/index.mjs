import { shrink } from "./photos.mjs";

const handle = async ({ body }) => {
  const notification = JSON.parse(body);
  if (notification.Event === "s3:TestEvent") return;
  for (const { s3 } of notification.Records) {
    const key = decodeURIComponent(s3.object.key.replaceAll("+", " "));
    await shrink(s3.bucket.name, key);
  }
};

export const handler = async (event) => {
  const batchItemFailures = [];
  for (const message of event.Records) {
    try {
      await handle(message);
    } catch (error) {
      console.error("줄이지 못함", message.messageId, error);
      batchItemFailures.push({ itemIdentifier: message.messageId });
    }
  }
  return { batchItemFailures };
};
