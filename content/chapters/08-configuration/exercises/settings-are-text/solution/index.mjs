const loanDays = Number(process.env.LOAN_DAYS);
if (!Number.isInteger(loanDays)) throw new Error(`LOAN_DAYS 값이 정수가 아닙니다: ${process.env.LOAN_DAYS}`);
const sendNotice = process.env.SEND_NOTICE === "true";

export const handler = async (event) => {
  if (sendNotice) console.log(`${event.book} 대출 안내 문자 보냄`);
  return { book: event.book, dueDay: event.day + loanDays };
};
