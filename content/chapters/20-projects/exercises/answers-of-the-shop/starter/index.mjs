import { create, find, remove } from "./orders.mjs";

const answer = (statusCode, content) => ({
  statusCode,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(content),
});

const routes = {
  "GET /orders/{id}": async ({ pathParameters }) => answer(200, await find(pathParameters.id)),

  "POST /orders": async ({ headers, body }) => {
    const order = JSON.parse(body);
    await create({ id: headers["idempotency-key"], ...order });
    return answer(200, order);
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
    return answer(500, { message: error.message });
  }
};
