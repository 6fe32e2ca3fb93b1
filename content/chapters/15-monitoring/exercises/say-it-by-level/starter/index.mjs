import { findLoan } from "./loans.mjs";

export const handler = async (event) => {
  const loan = await findLoan(event.book);
  console.log(`찾은 기록: ${event.book} ${JSON.stringify(loan)}`);
  if (loan === undefined) {
    console.log(`빌린 기록이 없습니다: ${event.book}`);
    return { accepted: false };
  }
  if (loan.overdueDays > 0) console.log(`연체 반납: ${event.book} ${loan.overdueDays}일`);
  console.log(`반납 끝: ${event.book}`);
  return { accepted: true, overdueDays: loan.overdueDays };
};
