const lend = (book, member) => {
  if (book === "B-404") throw new Error("책장에 없는 책입니다");
  return { book, member, due: "2026-12-06" };
};

export const handler = async (event) => {
  console.log("대출 신청", event.book);
  try {
    return lend(event.book, event.member);
  } catch (error) {
    console.error("대출 실패", event.book, error.message);
    return { message: "잠시 후 다시 시도하세요" };
  }
};
