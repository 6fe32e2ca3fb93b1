export const handler = async (event) => {
  const name = event.name ?? "손님";
  console.log(`인사: ${name}`);
  return { message: `안녕하세요, ${name}님.` };
};
