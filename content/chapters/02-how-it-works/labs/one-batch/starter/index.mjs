export const handler = async (event) => {
  console.log(`메시지 ${event.Records.length}건 받음`);
  for (const record of event.Records) {
    const { key, megabytes } = JSON.parse(record.body);
    if (megabytes > 20) throw new Error(`너무 큰 사진: ${key}`);
    console.log(`${key} 분석 끝`);
  }
  return { analyzed: event.Records.length };
};
