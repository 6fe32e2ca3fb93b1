import { LoanRefused, lend } from "./library.mjs";

const answer = (statusCode, content) => ({
  statusCode,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(content),
});

export const handler = async (event, context) => {
  try {
    return answer(201, await lend(JSON.parse(event.body)));
  } catch (error) {
    if (error instanceof LoanRefused) return answer(error.statusCode, { message: error.message });
    console.error("대출 실패", error);
    return answer(500, { message: "잠시 뒤에 다시 해 보세요.", requestId: context.awsRequestId });
  }
};
