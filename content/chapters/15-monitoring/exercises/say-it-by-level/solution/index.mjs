import { findLoan } from "./loans.mjs";

export const handler = async (event) => {
  const loan = await findLoan(event.book);
  console.debug({ step: "찾은 기록", book: event.book, loan });
  if (loan === undefined) {
    console.error({ step: "빌린 기록이 없음", book: event.book });
    return { accepted: false };
  }
  if (loan.overdueDays > 0) console.warn({ step: "연체 반납", book: event.book, overdueDays: loan.overdueDays });
  console.info({ step: "반납 끝", book: event.book });
  return { accepted: true, overdueDays: loan.overdueDays };
};
