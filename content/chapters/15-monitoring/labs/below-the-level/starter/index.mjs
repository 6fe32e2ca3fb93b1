export const handler = async (event) => {
  console.debug("받은 신청", event);
  console.log("대출 확인", event.book);
  if (event.overdue > 0) console.warn({ member: event.member, overdue: event.overdue });
  console.info("대출 끝");
  return { book: event.book, allowed: event.overdue === 0 };
};
