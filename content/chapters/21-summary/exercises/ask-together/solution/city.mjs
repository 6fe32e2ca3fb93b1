import { setTimeout as sleep } from "node:timers/promises";

let reads = 0;

// 구역마다의 요금표를 시청에서 받아 옵니다. 하루에 한 번 바뀌고, 처음 한 번은 실패합니다.
export const loadPrices = async () => {
  reads += 1;
  await sleep(400);
  if (reads === 1) throw new Error("시청 서버가 답하지 않습니다.");
  console.log("요금표 받음");
  return { river: 1000, hill: 1200 };
};

// 대여소에 남은 자전거를 묻습니다.
export const askStation = async (station) => {
  await sleep(200);
  return { station, bikes: Number(station.slice(2)) % 4 };
};
