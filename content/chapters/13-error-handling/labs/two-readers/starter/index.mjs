class LoanStoreError extends Error {
  name = "LoanStoreError";
}

const saveLoan = async ({ bookId, memberId }) => {
  const error = new LoanStoreError("대출을 저장하지 못했습니다.");
  throw Object.assign(error, { table: "loans-prod", bookId, memberId });
};

export const handler = async (event) => {
  await saveLoan(event);
  return { lent: event.bookId };
};
