import { countOf } from "./database.mjs";

export const handler = async (event) => {
  console.log(`${event.item} 재고 조회 시작`);
  try {
    return { item: event.item, count: await countOf(event.item) };
  } catch (error) {
    console.error(`재고 조회 실패: ${error.message}`);
    return { item: event.item, count: null };
  }
};
