export const handler = async (event) => {
  return { message: "안녕하세요." };
};
