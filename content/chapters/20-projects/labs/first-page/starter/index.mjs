import { query } from "./orders-table.mjs";

const HOUR = 3_600_000;

// 한국 시각으로 어제입니다. 스케줄의 time은 UTC로 적혀 있습니다.
const yesterday = (time) => new Date(Date.parse(time) + 9 * HOUR - 24 * HOUR).toISOString().slice(0, 10);

export const handler = async ({ time }) => {
  const day = yesterday(time);
  const sold = {};
  let orders = 0;

  const { Items, LastEvaluatedKey } = await query(day);
  for (const { item, quantity } of Items) {
    sold[item] = (sold[item] ?? 0) + quantity;
    orders += 1;
  }

  console.log("다음 쪽", LastEvaluatedKey ?? "없음");
  return { day, orders, sold };
};
