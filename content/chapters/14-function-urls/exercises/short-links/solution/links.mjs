// 짧은 이름과 그 이름이 가리키는 주소입니다.
export const links = new Map([
  ["cake", "https://bakery.example/holiday/cake"],
  ["today", "https://bakery.example/today?branch=mapo"],
]);
