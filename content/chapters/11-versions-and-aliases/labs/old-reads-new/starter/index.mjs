import * as v1 from "./v1.mjs";
import * as v2 from "./v2.mjs";

const table = new Map(); // 두 버전이 함께 쓰는 예약 표를 흉내 냅니다

export const handler = async (event) => {
  v2.book(table, event); // 예약은 새 버전이 받고
  return { guide: v1.guide(table, event.id) }; // 안내는 옛 버전이 합니다
};
