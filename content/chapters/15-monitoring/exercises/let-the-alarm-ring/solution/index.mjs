import { Refusal, takeOut } from "./shelf.mjs";

export const handler = async (event) => {
  try {
    const { due } = await takeOut(event.book);
    return { lent: true, due };
  } catch (error) {
    if (error instanceof Refusal) {
      console.warn({ book: event.book, reason: error.message });
      return { lent: false, reason: error.message };
    }
    console.error({ book: event.book, reason: error.message });
    throw error;
  }
};
