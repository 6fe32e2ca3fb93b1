import { shrink } from "./photos.mjs";

export const handler = async (event) => {
  for (const message of event.Records) {
    const notification = JSON.parse(message.body);
    for (const { s3 } of notification.Records) {
      const key = decodeURIComponent(s3.object.key.replaceAll("+", " "));
      await shrink(s3.bucket.name, key);
    }
  }
};
