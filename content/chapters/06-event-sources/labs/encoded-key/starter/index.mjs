// 버킷에 있는 파일의 이름입니다.
const bucket = new Set(["여름 휴가 (1).jpg", "sunset.jpg"]);

export const handler = async (event) => {
  const [record] = event.Records;
  const raw = record.s3.object.key;
  const decoded = decodeURIComponent(raw);
  console.log(record.eventName, raw);
  console.log("푼 이름", decoded);
  return { raw: bucket.has(raw), decoded: bucket.has(decoded) };
};
