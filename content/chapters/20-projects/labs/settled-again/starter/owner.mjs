let tries = 0;

/** 결산이 끝났다고 주인에게 알립니다. 처음 한 번은 메신저가 답하지 않습니다. */
export const notify = async (day) => {
  tries += 1;
  if (tries === 1) throw new Error("메신저가 답하지 않습니다");
  console.log(`${day} 결산을 알림`);
};
