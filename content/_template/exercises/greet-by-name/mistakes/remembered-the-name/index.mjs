let name = "손님";

export const handler = async (event) => {
  name = event.name ?? name;
  console.log(`인사: ${name}`);
  return { message: `안녕하세요, ${name}님.` };
};
