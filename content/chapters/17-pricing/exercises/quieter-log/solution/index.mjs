import { save } from "./parcels.mjs";

export const handler = async (event) => {
  let saved = 0;
  const failed = [];
  for (const update of event.updates) {
    try {
      await save(update);
      saved += 1;
    } catch (error) {
      console.error(JSON.stringify({ invoice: update.invoice, reason: error.message }));
      failed.push(update.invoice);
    }
  }
  console.log(JSON.stringify({ saved, failed: failed.length }));
  return { saved, failed };
};
