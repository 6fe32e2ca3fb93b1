import { reserve } from "./seats.mjs";

export const handler = async ({ seat }) => {
  try {
    await reserve(seat);
  } catch (error) {
    console.error(error.message);
    if (!(error instanceof RangeError)) throw error;
  }
};
