interface Order {
  item: string;
  price: number;
  delivery: number;
}

export const handler = async (order: Order): Promise<{ item: string; total: number }> => {
  return { item: order.item, total: order.price + order.delivery };
};
