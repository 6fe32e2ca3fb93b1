import { inspect } from "./bikes.mjs";

// 점검 한 번과 답을 보낼 시간입니다.
const ENOUGH = 1_000;

export const handler = async (event, context) => {
  const batchItemFailures = [];
  for (const { messageId, body } of event.Records) {
    if (context.getRemainingTimeInMillis() < ENOUGH) {
      batchItemFailures.push({ itemIdentifier: messageId });
      continue;
    }
    try {
      await inspect(JSON.parse(body).bike);
    } catch (error) {
      console.error("점검 실패", messageId, error);
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
};
