// 매표소에 묻는 세 가지입니다. 하나에 400ms쯤 걸립니다.
const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const ask = async (answer) => {
  await sleep(400);
  return answer;
};

export const seatOf = (n) => ask(`A-${n}`);
export const priceOf = (n) => ask(n <= 10 ? 99000 : 77000);
export const gateOf = (n) => ask(n % 2 === 0 ? "동문" : "서문");
