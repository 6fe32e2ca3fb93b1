export const handler = async (event) => {
  for (const record of event.Records) {
    try {
      const payload = Buffer.from(record.kinesis.data, "base64").toString("utf-8");
      console.log(`Decoded payload: ${payload}`, JSON.parse(payload).a);
    } catch (e) {
      console.error(e instanceof SyntaxError, e.message);
      return { batchItemFailures: [{ itemIdentifier: record.kinesis.sequenceNumber }] };
    }
  }
  return { batchItemFailures: [] };
};
