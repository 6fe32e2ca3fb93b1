const done = new Set(); // 실제로는 DynamoDB
let tries = 0;

const pay = async (visitId, won) => {
  tries += 1;
  if (tries === 1) throw new Error("카드 회사가 답하지 않습니다.");
  console.log(`${visitId} ${won}원 결제함`);
};

export const handler = async (event) => {
  if (done.has(event.visitId)) return { skipped: true };
  done.add(event.visitId); // 표시를 먼저
  await pay(event.visitId, event.won);
  return { paid: event.won };
};
