import { readFileSync } from "node:fs";

// 파일을 글자로 읽습니다. path에는 경로나 file: URL을 줍니다.
export const readText = (path) => {
  const text = readFileSync(path, "utf8");
  console.log("카드 글 읽음");
  return text;
};
