const orders = new Map([["O-1", { id: "O-1", item: "찻잔", quantity: 2, state: "접수" }]]);

// DynamoDB 테이블 대신입니다. 실제로 올릴 때는 본문의 orders.mjs로 바꿉니다.
export const find = async (id) => {
  if (id === "O-lost") throw new Error("orders-prod 테이블의 처리량을 넘었습니다.");
  return orders.get(id);
};

// 같은 id의 주문이 있으면 새로 만들지 않고 있던 것을 돌려줍니다.
export const create = async (order) => {
  if (!orders.has(order.id)) orders.set(order.id, { ...order, state: "접수" });
  return orders.get(order.id);
};

export const remove = async (id) => {
  orders.delete(id);
};
