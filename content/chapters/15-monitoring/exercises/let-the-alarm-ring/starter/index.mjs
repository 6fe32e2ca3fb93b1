import { Refusal, takeOut } from "./shelf.mjs";

export const handler = async (event) => {
  try {
    const { due } = await takeOut(event.book);
    return { lent: true, due };
  } catch (error) {
    console.log("대출하지 못함", error instanceof Refusal);
    return { lent: false, reason: "잠시 후 다시 시도하세요" };
  }
};
