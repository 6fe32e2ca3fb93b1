import { shrink } from "./photos.mjs";

const nameOf = (record) => decodeURIComponent(record.s3.object.key.replaceAll("+", " "));

export const handler = async (event) => {
  const made = [];
  for (const record of event.Records) {
    const key = nameOf(record);
    if (!record.eventName.startsWith("ObjectCreated:")) continue;
    if (key.startsWith("thumbnails/")) continue;
    made.push(await shrink(key));
  }
  return { made };
};
