export const handler = async (event) => {
  console.log("받은 본문", event.body);
  const { order, status } = JSON.parse(event.body);
  return { statusCode: 200, body: `${order} ${status}` };
};
