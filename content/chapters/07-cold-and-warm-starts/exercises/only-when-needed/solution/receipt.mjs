import { setTimeout as sleep } from "node:timers/promises";

// 영수증 PDF를 그리는 프린터를 엽니다. 글꼴이 커서 여는 데 오래 걸리고, 연 뒤에는 금방 그립니다.
export const openPrinter = async () => {
  console.log("영수증 글꼴 읽기");
  await sleep(900);
  return {
    print: async (orderId) => {
      await sleep(20);
      return `${orderId}.pdf`;
    },
  };
};
