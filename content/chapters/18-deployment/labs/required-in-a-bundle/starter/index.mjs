// esbuild가 --format=esm으로 묶은 결과에서 뼈대만 옮겼습니다.
const __require = (name) => {
  if (typeof require !== "undefined") return require(name);
  throw new Error(`Dynamic require of "${name}" is not supported`);
};

// node_modules에 있던 CommonJS 패키지
const { EOL } = __require("node:os");
const ribbon = (words) => words.split(" ").join(EOL);

// 우리 코드
export const handler = async (event) => {
  console.log("리본 인쇄");
  return { lines: ribbon(event.words) };
};
