import { setTimeout as sleep } from "node:timers/promises";

// 데이터베이스를 흉내 냅니다. 이 연습은 환경 하나만 쓰므로 값이 남습니다.
const claimed = new Set();
let points = 0;

// 처음 보는 이름이면 적어 두고 true로, 이미 적힌 이름이면 false로 이행됩니다.
export const claim = async (name) => {
  await sleep(10);
  if (claimed.has(name)) return false;
  claimed.add(name);
  return true;
};

export const addPoints = async (amount) => {
  await sleep(10);
  points += amount;
  console.log(`${amount}점 더함`);
};

export const readPoints = async () => points;
