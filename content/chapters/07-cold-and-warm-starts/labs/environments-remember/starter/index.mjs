// 핸들러 바깥: 환경이 만들어질 때 한 번만 실행됩니다.
let outside = 0;

export const handler = async () => {
  // 핸들러 안: 호출마다 실행됩니다.
  let inside = 0;
  outside += 1;
  inside += 1;
  console.log(`바깥 ${outside}, 안 ${inside}`);
  return { outside, inside };
};
