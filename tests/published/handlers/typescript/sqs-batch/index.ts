import type { Context, SQSBatchItemFailure, SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";

interface Mail {
  kind: "mail";
  to: `${string}@${string}`;
}

const isMail = (value: unknown): value is Mail =>
  typeof value === "object" && value !== null && (value as Record<string, unknown>)["kind"] === "mail";

async function send(record: SQSRecord): Promise<void> {
  const value: unknown = JSON.parse(record.body);
  if (!isMail(value)) throw new RangeError(`message ${record.messageId} is no mail`);
  console.log("mail to", value.to satisfies string);
}

export const handler = async (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
  const results = await Promise.allSettled(event.Records.map((record) => send(record)));
  const batchItemFailures: SQSBatchItemFailure[] = [];
  results.forEach((result, index: number) => {
    if (result.status === "rejected") {
      const { name, message } = result.reason as Error;
      console.error(name, name === "SyntaxError" ? "bad JSON" : message);
      batchItemFailures.push({ itemIdentifier: event.Records[index]!.messageId });
    }
  });
  console.log(context.functionName as string, batchItemFailures.length);
  return { batchItemFailures };
};
