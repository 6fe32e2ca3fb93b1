const register = async ({ parcel, address }) => {
  if (address === undefined) throw new Error(`주소가 없는 택배입니다: ${parcel}`);
  console.log(`${parcel} 접수함`);
};

export const handler = async (event) => {
  const results = await Promise.allSettled(event.Records.map(async ({ body }) => register(JSON.parse(body))));
  const batchItemFailures = [];
  for (const [index, { messageId }] of event.Records.entries()) {
    const result = results[index];
    if (result.status === "fulfilled") continue;
    console.error("접수 실패", messageId, result.reason.message);
    batchItemFailures.push({ itemIdentifier: messageId });
  }
  return { batchItemFailures };
};
