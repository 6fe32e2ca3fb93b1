export const handler = async (event) => {
  for (const { body, attributes } of event.Records) {
    const { key, megabytes } = JSON.parse(body);
    if (megabytes > 20) throw new Error(`너무 큰 사진: ${key}`);
    console.log(`${key} 분석 끝, ${attributes.ApproximateReceiveCount}번째 받음`);
  }
};
