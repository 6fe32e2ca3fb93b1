import * as v1 from "./v1.mjs";
import * as v2 from "./v2.mjs";

const versions = { v1, v2 };

// 카나리 배포 중에는 받은 버전과 안내하는 버전이 다를 수 있습니다.
export const handler = async ({ writer, reader, booking }) => {
  const table = new Map();
  versions[writer].book(table, booking);
  return { guide: versions[reader].guide(table, booking.id), record: table.get(booking.id) };
};
