import { setTimeout as sleep } from "node:timers/promises";

const checkDigit = (invoice) => {
  const digits = [...invoice].map(Number);
  const sum = digits.reduce((total, digit, place) => total + digit * (place % 2 === 0 ? 1 : 3), 0);
  return (10 - (sum % 10)) % 10;
};

export const handler = async (event) => {
  const started = performance.now();
  await sleep(150); // 송장 목록을 기다립니다
  const received = performance.now();
  let valid = 0;
  for (let number = 0; number < event.count; number += 1) {
    if (checkDigit(`48${1_000_000_000 + number * 7}`) === 0) valid += 1;
  }
  const done = performance.now();
  return {
    waited: Math.round(received - started),
    checked: Math.round(done - received),
    valid,
  };
};
