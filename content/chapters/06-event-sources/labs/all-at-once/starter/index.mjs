import { setTimeout as sleep } from "node:timers/promises";

const register = async ({ parcel, address }) => {
  if (address === undefined) throw new Error(`주소가 없는 택배입니다: ${parcel}`);
  await sleep(200); // 창고에 적는 시간
  console.log(`${parcel} 접수함`);
};

export const handler = async (event) => {
  await Promise.all(event.Records.map(({ body }) => register(JSON.parse(body))));
};
