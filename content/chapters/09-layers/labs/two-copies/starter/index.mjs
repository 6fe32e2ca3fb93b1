import { from, tidy } from "phone"; // 어느 폴더에서 올까요?

export const handler = async (event) => {
  const folders = process.env.NODE_PATH.split(":");
  for (const folder of folders) console.log(`찾는 곳 ${folder}`);
  console.log(`가져온 곳 ${from}`);
  return { phone: tidy(event.phone), from };
};
