let points = 0; // 데이터베이스에 적힌 점수를 대신합니다

export const handler = async (event) => {
  const { key } = event.Records[0].s3.object;
  points += 10;
  console.log(`${key} 올린 회원에게 10점, 모두 ${points}점`);
  if (key.endsWith(".heic")) throw new Error(`썸네일을 만들지 못하는 형식: ${key}`);
  return { thumbnail: `thumbs/${key}` };
};
