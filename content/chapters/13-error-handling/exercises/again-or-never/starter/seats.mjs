let tries = 0;

/** 열람실의 자리를 잡습니다. 자리 서버는 처음 한 번 답하지 않습니다. 없는 자리는 언제나 없습니다. */
export const reserve = async (seat) => {
  if (seat.startsWith("X")) throw new RangeError(`없는 자리입니다: ${seat}`);
  tries += 1;
  if (tries === 1) throw new Error("자리 서버가 답하지 않습니다");
  console.log(`${seat} 잡음`);
};
