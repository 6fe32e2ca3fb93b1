export const handler = async ({ Records }) => {
  for (const { body } of Records) {
    const { name } = JSON.parse(body);
    if (name === "") throw new Error("이름이 없습니다");
    console.log(`안녕하세요, ${name}님.`);
  }
};
