/** 사진을 분석합니다. 큰 사진은 분석하지 못합니다. */
export const analyze = async ({ key, megabytes }) => {
  if (megabytes > 20) throw new Error(`너무 큰 사진: ${key}`);
  console.log(`${key} 분석 끝`);
};
