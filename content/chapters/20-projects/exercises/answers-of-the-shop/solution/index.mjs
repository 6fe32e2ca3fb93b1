import { create, find, remove } from "./orders.mjs";

const answer = (statusCode, content) => ({
  statusCode,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(content),
});

const readOrder = ({ body = "", isBase64Encoded }) => {
  try {
    const { item, quantity } = JSON.parse(isBase64Encoded ? Buffer.from(body, "base64").toString() : body);
    return typeof item === "string" && Number.isInteger(quantity) && quantity > 0 ? { item, quantity } : undefined;
  } catch {
    return undefined;
  }
};

const routes = {
  "GET /orders/{id}": async ({ pathParameters }) => {
    const order = await find(pathParameters.id);
    return order ? answer(200, order) : answer(404, { message: "없는 주문입니다." });
  },

  "POST /orders": async (event) => {
    const id = event.headers["idempotency-key"];
    const order = readOrder(event);
    if (!id || !order) return answer(400, { message: "그릇의 이름과 수량을 확인하세요." });
    return answer(201, await create({ id, ...order }));
  },

  "DELETE /orders/{id}": async ({ pathParameters }) => {
    await remove(pathParameters.id);
    return { statusCode: 204 };
  },
};

export const handler = async (event) => {
  try {
    return await routes[event.routeKey](event);
  } catch (error) {
    console.error("주문 API 오류", event.routeKey, error);
    return answer(500, { message: "잠시 뒤에 다시 시도하세요." });
  }
};
