import { setTimeout as sleep } from "node:timers/promises";

const orders = [
  { id: "O-1", orderedOn: "2026-11-21", item: "찻잔", quantity: 2 },
  { id: "O-2", orderedOn: "2026-11-21", item: "접시", quantity: 4 },
  { id: "O-3", orderedOn: "2026-11-21", item: "찻잔", quantity: 1 },
  { id: "O-4", orderedOn: "2026-11-21", item: "화병", quantity: 1 },
  { id: "O-5", orderedOn: "2026-11-21", item: "접시", quantity: 2 },
  { id: "O-6", orderedOn: "2026-11-21", item: "국그릇", quantity: 6 },
  { id: "O-7", orderedOn: "2026-11-21", item: "찻잔", quantity: 3 },
  { id: "O-8", orderedOn: "2026-11-22", item: "화병", quantity: 2 },
];
const PAGE = 3;

/** DynamoDB의 Query를 흉내 냅니다. 남은 것이 있으면 마지막으로 읽은 키를 함께 돌려줍니다. */
export const query = async (day, ExclusiveStartKey) => {
  await sleep(20);
  const all = orders.filter(({ orderedOn }) => orderedOn === day);
  const from = ExclusiveStartKey ? all.findIndex(({ id }) => id === ExclusiveStartKey.id) + 1 : 0;
  const Items = all.slice(from, from + PAGE);
  return from + PAGE < all.length ? { Items, LastEvaluatedKey: { id: Items.at(-1).id } } : { Items };
};
