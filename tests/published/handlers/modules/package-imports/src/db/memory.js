const items = new Map([["A-1", { sku: "A-1", stock: 4 }]]);
export const find = async (sku) => items.get(sku);
