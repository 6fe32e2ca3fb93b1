import { save } from "./parcels.mjs";

export const handler = async (event) => {
  console.log("이벤트:", JSON.stringify(event, null, 2));
  let saved = 0;
  const failed = [];
  for (const update of event.updates) {
    console.log("저장 시작:", update);
    try {
      const result = await save(update);
      console.log("저장 끝:", result, update);
      saved += 1;
    } catch (error) {
      console.error("저장 실패:", error, update);
      failed.push(update.invoice);
    }
  }
  console.log("결과:", { saved, failed });
  return { saved, failed };
};
