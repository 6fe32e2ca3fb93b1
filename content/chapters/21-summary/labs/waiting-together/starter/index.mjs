import { setTimeout as sleep } from "node:timers/promises";

// 대여소에 남은 자전거를 묻습니다.
const ask = async (station) => {
  await sleep(150);
  return { station, bikes: Number(station.slice(2)) % 4 };
};

const gigabyteSeconds = async (megabytes, work) => {
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1000;
  return Number(((megabytes / 1024) * seconds).toFixed(3));
};

export const handler = async ({ stations }, context) => {
  const memory = Number(context.memoryLimitInMB);
  const oneByOne = await gigabyteSeconds(memory, async () => {
    for (const station of stations) await ask(station);
  });
  const together = await gigabyteSeconds(memory, () => Promise.all(stations.map(ask)));
  return { oneByOne, together };
};
