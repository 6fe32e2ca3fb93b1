// 사진 하나를 줄여 저장합니다. 깨진 사진은 읽지 못합니다.
export const shrink = async (bucket, key) => {
  if (key.includes("깨진")) throw new Error(`읽지 못하는 사진입니다: ${key}`);
  console.log(`${bucket}의 ${key} 줄임`);
};
