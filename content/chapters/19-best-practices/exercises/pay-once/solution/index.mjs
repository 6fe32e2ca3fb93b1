import { pay } from "./card.mjs";
import { abandon, begin, finish } from "./ledger.mjs";

const answer = (statusCode, body) => ({ statusCode, body: JSON.stringify(body) });

export const handler = async (event) => {
  const key = event.headers["idempotency-key"];
  if (!key) return answer(400, { message: "Idempotency-Key 헤더가 필요합니다." });
  const { visitId, won } = JSON.parse(event.body);
  const record = begin(key);
  if (record.state === "DONE") return record.result;
  let receipt;
  try {
    receipt = await pay(visitId, won);
  } catch (error) {
    abandon(key);
    throw error;
  }
  const result = answer(201, { visitId, receipt });
  finish(key, result);
  return result;
};
