import { lend } from "./library.mjs";

const answer = (statusCode, content) => ({
  statusCode,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(content),
});

export const handler = async (event) => {
  try {
    return answer(201, await lend(JSON.parse(event.body)));
  } catch (error) {
    return answer(500, { message: error.message });
  }
};
