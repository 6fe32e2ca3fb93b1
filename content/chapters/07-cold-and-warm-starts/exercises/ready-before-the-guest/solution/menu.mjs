// 가게의 메뉴판을 내려받습니다. 느립니다.
const prices = { 라테: 4500, 녹차: 4000 };

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export const download = async () => {
  await sleep(700);
  console.log("메뉴판을 내려받음");
  return prices;
};
