const check = (order) => {
  if (order.quantity < 1) {
    throw new RangeError(`수량은 1 이상이어야 합니다: ${order.quantity}`);
  }
};

export const handler = async (event) => {
  check(event);
  return { statusCode: 201, body: `${event.item} ${event.quantity}개 주문` };
};
