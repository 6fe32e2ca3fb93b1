import { loadDiscounts } from "./discounts.mjs";

const discounts = await loadDiscounts();

export const handler = async (event) => {
  if (!Number.isInteger(event.price)) throw new Error("가격이 정수가 아닙니다");
  const discount = discounts[event.coupon] ?? 0;
  return { user: event.user, pay: event.price - discount };
};
