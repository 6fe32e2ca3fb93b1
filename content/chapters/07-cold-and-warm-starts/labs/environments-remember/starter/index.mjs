// 핸들러 바깥
let outside = 0;

export const handler = async () => {
  // 핸들러 안
  let inside = 0;
  outside += 1;
  inside += 1;
  console.log(`바깥 ${outside}, 안 ${inside}`);
  return { outside, inside };
};
