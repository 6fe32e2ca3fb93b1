const orders = new Map([
  ["O-1", { id: "O-1", item: "찻잔", quantity: 2 }],
  ["O-2", { id: "O-2", item: "접시", quantity: 4 }],
]);

const answer = (statusCode, content) => ({
  statusCode,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(content),
});

export const handler = async ({ pathParameters }) => {
  const order = orders.get(pathParameters.id);
  return answer(200, order);
};
