import { greet } from "notice-kit";

console.log("안내문 준비");

export const handler = async (event) => {
  console.log(`${event.member} 님에게 보낼 안내문`);
  return { text: greet(event.member) };
};
