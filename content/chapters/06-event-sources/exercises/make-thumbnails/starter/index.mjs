import { shrink } from "./photos.mjs";

export const handler = async (event) => {
  const made = [];
  for (const record of event.Records) {
    made.push(await shrink(record.s3.object.key));
  }
  return { made };
};
