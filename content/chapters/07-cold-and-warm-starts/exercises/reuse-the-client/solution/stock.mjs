// 재고 창고에 연결합니다. 연결은 느리고, 연결한 뒤의 조회는 빠릅니다.
const warehouse = { 연필: 120, 공책: 45, 지우개: 0 };

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export const connect = async () => {
  await sleep(300);
  console.log("재고 창고에 연결함");
  return {
    count: async (item) => {
      await sleep(5);
      return warehouse[item] ?? 0;
    },
  };
};
