import { resize } from "./resize.mjs";

const widths = [320, 640, 1280, 2560];

export const handler = async (event) => {
  const { key } = JSON.parse(event.body);
  for (const width of widths) {
    await resize(key, width);
  }
  return { statusCode: 200, body: "사진을 줄였습니다." };
};
