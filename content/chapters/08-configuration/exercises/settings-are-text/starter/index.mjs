const loanDays = process.env.LOAN_DAYS;
const sendNotice = process.env.SEND_NOTICE;

export const handler = async (event) => {
  if (sendNotice) console.log(`${event.book} 대출 안내 문자 보냄`);
  return { book: event.book, dueDay: event.day + loanDays };
};
