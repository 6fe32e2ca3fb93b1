// trip-photos 버킷에 있는 사진의 이름입니다.
const bucket = new Set(["sunset.jpg", "여름 휴가 (1).jpg", "1+1 카페.jpg", "thumbnails/sunset.jpg"]);

// 사진을 줄여 thumbnails/ 아래에 두고, 새 사진의 이름을 돌려줍니다.
export const shrink = async (key) => {
  if (!bucket.has(key)) throw new Error(`그런 사진이 없습니다: ${key}`);
  console.log(`${key} 줄임`);
  return `thumbnails/${key}`;
};
