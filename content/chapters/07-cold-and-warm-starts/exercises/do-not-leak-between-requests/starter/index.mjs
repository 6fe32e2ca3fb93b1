import { loadDiscounts } from "./discounts.mjs";

const discounts = await loadDiscounts();
let coupon;

export const handler = async (event) => {
  if (event.coupon) coupon = event.coupon;
  if (!Number.isInteger(event.price)) throw new Error("가격이 정수가 아닙니다");
  const discount = discounts[coupon] ?? 0;
  return { user: event.user, pay: event.price - discount };
};
