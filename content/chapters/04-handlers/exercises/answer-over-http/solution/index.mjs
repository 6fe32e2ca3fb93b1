import { saveOrder } from "./orders.mjs";

const answer = (statusCode, content) => ({
  statusCode,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(content),
});

const parse = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

export const handler = async (event) => {
  const order = parse(event.body);
  if (!Number.isInteger(order?.quantity) || order.quantity < 1) {
    return answer(400, { message: "주문을 다시 확인하세요." });
  }
  return answer(201, await saveOrder(order));
};
