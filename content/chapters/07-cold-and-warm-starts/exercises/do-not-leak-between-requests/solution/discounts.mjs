// 쿠폰마다 얼마를 깎는지 읽어 옵니다. 모든 사용자에게 같은 표입니다.
export const loadDiscounts = async () => {
  await new Promise((resolve) => setTimeout(resolve, 120));
  console.log("할인표를 읽음");
  return { WELCOME: 3000, BIRTHDAY: 5000 };
};
