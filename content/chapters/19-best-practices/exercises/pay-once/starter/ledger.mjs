const records = new Map();

// 열쇠를 진행 중으로 적습니다. 실제로는 DynamoDB에 조건을 걸어 씁니다.
// 새 열쇠면 STARTED, 이미 끝났으면 DONE과 result, 다른 호출이 하는 중이면 오류입니다.
export const begin = (key) => {
  const record = records.get(key);
  if (record?.state === "IN_PROGRESS") throw new Error(`${key} 진행 중입니다.`);
  if (record) return record;
  records.set(key, { state: "IN_PROGRESS" });
  return { state: "STARTED" };
};

// 끝난 결과를 적습니다.
export const finish = (key, result) => {
  records.set(key, { state: "DONE", result });
};

// 실패했으니 다음 시도가 다시 시작하게 지웁니다.
export const abandon = (key) => {
  records.delete(key);
};
