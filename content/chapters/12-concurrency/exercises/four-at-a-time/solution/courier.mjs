import { setTimeout as sleep } from "node:timers/promises";

const LIMIT = 4;
let busy = 0;

// 택배 회사에 송장의 위치를 하나씩 묻습니다. 한 번에 넷까지만 답하고, 넘치면 거절합니다.
export const track = async (parcel) => {
  if (busy === LIMIT) throw new Error(`택배 회사가 거절했습니다: ${parcel}`);
  busy += 1;
  try {
    await sleep(100);
    if (parcel === "없는 송장") throw new Error("송장 번호를 찾지 못했습니다");
    return `${parcel} 배송 중`;
  } finally {
    busy -= 1;
  }
};
