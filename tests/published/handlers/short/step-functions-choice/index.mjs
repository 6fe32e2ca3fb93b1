class InsufficientFunds extends Error {
  constructor(...args) {
    super(...args);
    this.name = this.constructor.name;
    Error.captureStackTrace(this, InsufficientFunds);
  }
}
export const handler = async ({ amount }) => {
  if (amount <= 0) throw new InsufficientFunds(`amount ${amount}`);
  return { amount, fee: +(amount * 0.029 + 0.3).toFixed(2) };
};
