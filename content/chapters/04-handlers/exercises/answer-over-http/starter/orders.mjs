let last = 0;

// 주문을 창고에 저장하고 번호를 붙여 돌려줍니다.
export const saveOrder = async ({ item, quantity }) => {
  if (item === "잉크") throw new Error("창고가 답하지 않습니다");
  last += 1;
  console.log(`주문 A-${last} 저장함`);
  return { orderId: `A-${last}`, item, quantity };
};
