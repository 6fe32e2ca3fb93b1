let tries = 0;
let receipts = 0;

// 카드로 결제하고 영수증 번호를 돌려줍니다. 처음 한 번은 실패합니다.
export const pay = async (visitId, won) => {
  tries += 1;
  if (tries === 1) throw new Error("카드 회사가 답하지 않습니다.");
  receipts += 1;
  console.log(`${visitId} ${won}원 결제함`);
  return `P-${receipts}`;
};
