export const describe = ({ sku, stock }) => `${sku} x${stock}`;
