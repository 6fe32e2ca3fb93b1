import { setTimeout as sleep } from "node:timers/promises";

const petOf = async (name) => await sleep(200, { name, kind: "개" });
const visitsOf = async (name) => await sleep(300, [`${name} 예방 접종`]);

export const handler = async (event) => {
  const start = Date.now();
  await petOf(event.pet);
  await visitsOf(event.pet);
  const middle = Date.now();
  const [pet, visits] = await Promise.all([petOf(event.pet), visitsOf(event.pet)]);
  const end = Date.now();
  return { pet, visits, inTurn: `${middle - start}ms`, together: `${end - middle}ms` };
};
