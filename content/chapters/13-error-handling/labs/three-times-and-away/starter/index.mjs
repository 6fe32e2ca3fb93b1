// 영수증을 보낼 메일 서버가 멈춰 있습니다.
const send = async (email) => {
  throw new Error(`메일 서버에 닿지 못했습니다: ${email}`);
};

export const handler = async (event) => {
  console.log("영수증을 보냅니다", event.orderId);
  await send(event.email);
};
