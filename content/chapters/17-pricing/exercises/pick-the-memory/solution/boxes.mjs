import { setTimeout as sleep } from "node:timers/promises";

const sizes = { "A-1": 20, "A-2": 35, "A-3": 50 };

// 주문에 담긴 상자의 크기를 창고에서 받아 옵니다. 창고가 답하는 시간은 메모리와 상관이 없습니다.
export const loadBoxes = async (order) => {
  await sleep(100);
  if (sizes[order] === undefined) throw new Error(`${order} 주문에 상자가 없습니다`);
  return Array.from({ length: 300 }, (_, number) => ({
    width: sizes[order] + (number % 7),
    height: 15 + (number % 5),
    depth: 10 + (number % 3),
  }));
};

// 상자마다 배송비를 매깁니다. 놓는 방법을 하나씩 따져 보느라 CPU를 씁니다.
export const quote = ({ width, height, depth }) => {
  let least = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 480; turn += 1) {
    const [a, b, c] = turn % 3 === 0 ? [width, height, depth] : turn % 3 === 1 ? [height, depth, width] : [depth, width, height];
    least = Math.min(least, a * 2 + b * 2 + c);
  }
  return 2500 + Math.round(least / 10) * 100;
};
