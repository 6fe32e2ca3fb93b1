interface Order {
  item: string;
  price: number;
  delivery: number;
}

const totalOf = (order: Order): number => order.price + order.delivery;

export const handler = async (order: Order) => {
  return { item: order.item, total: totalOf(order) };
};
