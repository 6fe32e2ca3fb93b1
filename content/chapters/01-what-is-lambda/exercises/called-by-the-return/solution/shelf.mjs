import { setTimeout as sleep } from "node:timers/promises";

// 서가에 책이 있는지 봅니다. 이 책들은 아직 아무도 반납하지 않았습니다.
export const isOnShelf = async (book) => {
  await sleep(20);
  console.log(`${book} 서가 확인`);
  return false;
};

// 회원 한 사람에게 알림을 보냅니다.
export const notify = async (member, book) => {
  await sleep(60);
  console.log(`${member}에게 ${book} 알림`);
};
