import { pay } from "./card.mjs";
import { abandon, begin, finish } from "./ledger.mjs";

const answer = (statusCode, body) => ({ statusCode, body: JSON.stringify(body) });

export const handler = async (event) => {
  const key = event.requestContext.requestId;
  const { visitId, won } = JSON.parse(event.body);
  const record = begin(key);
  if (record.state === "DONE") return record.result;
  const receipt = await pay(visitId, won);
  return answer(201, { visitId, receipt });
};
