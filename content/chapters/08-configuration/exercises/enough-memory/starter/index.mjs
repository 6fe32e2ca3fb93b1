import { setTimeout as sleep } from "node:timers/promises";

// 사진을 줄여 저장소에 올리고 주소를 답합니다. 화면을 보는 사람이 이 답을 기다립니다.
export const handler = async (event) => {
  let shrunk = 0;
  for (let pixel = 0; pixel < 4_000_000; pixel += 1) shrunk = (shrunk + pixel * 31) % 256;
  await sleep(400); // 저장소가 답하기까지 기다리는 시간
  return { photo: event.photo, thumbnail: `small/${event.photo}`, checksum: shrunk };
};
