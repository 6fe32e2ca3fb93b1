import { Seat, toGrade } from "./seat.ts";

export const handler = async ({ grade, count }) => {
  const seat = new Seat(toGrade(grade), count);
  return { grade: seat.grade, total: seat.total() };
};
