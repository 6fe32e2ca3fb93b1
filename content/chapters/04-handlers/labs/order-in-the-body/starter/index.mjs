export const handler = async (event) => {
  const { item, quantity } = event.body;
  return {
    statusCode: 201,
    headers: { "content-type": "text/plain; charset=utf-8" },
    body: `${item} ${quantity}개 주문`,
  };
};
