import { sendMessage } from "./queue.mjs";

const widths = [320, 640, 1280, 2560];

export const handler = async (event) => {
  const { key } = JSON.parse(event.body);
  for (const width of widths) {
    await sendMessage(JSON.stringify({ key, width }));
  }
  return { statusCode: 202, body: "사진을 받았습니다." };
};
