export interface Item {
  readonly sku: string;
  readonly quantity: number;
  readonly price: number;
}
export interface Order {
  items: readonly Item[];
}
export function priceOf<T extends Order>({ items }: T): number {
  return items.reduce<number>((sum, { quantity, price }: Item) => sum + quantity * price, 0);
}
