/** Checked by the compiler alone: each of our events is what @types/aws-lambda says a handler gets. */
import type * as aws from "aws-lambda";
import type { HttpEvent } from "../../../sandbox/events/http-request.ts";
import type { S3CreatedObject, S3EventRecord } from "../../../sandbox/events/s3.ts";
import type { ScheduledEvent } from "../../../sandbox/events/schedule.ts";
import type { SQSEvent } from "../../../sandbox/events/sqs.ts";

/** @types/aws-lambda has no `readonly`; ours do. Nothing else is taken away. */
type Writable<T> = T extends object ? { -readonly [K in keyof T]: Writable<T[K]> } : T;

/** @types/aws-lambda knows no removed objects, which have neither size nor eTag. */
type CreatedRecord = Omit<S3EventRecord, "s3"> & {
  readonly s3: Omit<S3EventRecord["s3"], "object"> & { readonly object: S3CreatedObject };
};

export const httpApi = (event: Writable<HttpEvent>): aws.APIGatewayProxyEventV2 => event;
export const functionUrl = (event: Writable<HttpEvent>): aws.LambdaFunctionURLEvent => event;
export const s3 = (record: Writable<CreatedRecord>): aws.S3EventRecord => record;
export const sqs = (event: Writable<SQSEvent>): aws.SQSEvent => event;
export const schedule = (event: Writable<ScheduledEvent>): aws.ScheduledEvent<Record<string, never>> => event;
