console.log("결제 설정 읽기");
const key = process.env.PAYMENT_KEY;
if (!key) throw new Error("PAYMENT_KEY 환경 변수가 없습니다");

export const handler = async (event) => {
  console.log(`주문 ${event.orderId} 결제`);
  return { orderId: event.orderId, paid: true };
};
