/** The zod schema of every source's event. For the build and Node only: zod stays out of pages. */
import type { z } from "zod";
import { albEventSchema } from "./alb-schema.ts";
import { alexaEventSchema } from "./alexa-schema.ts";
import { apiGatewayHttpEventSchema } from "./api-gateway-http-schema.ts";
import { restEventSchema } from "./api-gateway-rest-schema.ts";
import { webSocketEventSchema } from "./api-gateway-websocket-schema.ts";
import { appsyncEventSchema } from "./appsync-schema.ts";
import { httpAuthorizerEventSchema } from "./authorizer-http-schema.ts";
import { requestAuthorizerEventSchema } from "./authorizer-request-schema.ts";
import { tokenAuthorizerEventSchema } from "./authorizer-token-schema.ts";
import { customResourceEventSchema } from "./cloudformation-schema.ts";
import { cloudwatchAlarmEventSchema } from "./cloudwatch-alarm-schema.ts";
import { cloudwatchLogsEventSchema } from "./cloudwatch-logs-schema.ts";
import { codecommitEventSchema } from "./codecommit-schema.ts";
import { codepipelineEventSchema } from "./codepipeline-schema.ts";
import { COGNITO_SCHEMAS } from "./cognito/schemas.ts";
import { configEventSchema } from "./config-schema.ts";
import { dynamodbStreamEventSchema } from "./dynamodb-streams-schema.ts";
import { busEventSchema } from "./eventbridge-schema.ts";
import { firehoseEventSchema } from "./firehose-schema.ts";
import { functionUrlEventSchema } from "./function-url-schema.ts";
import type { EventSourceName } from "./index.ts";
import { iotEventSchema } from "./iot-schema.ts";
import { kinesisEventSchema } from "./kinesis-schema.ts";
import { lexEventSchema } from "./lex-schema.ts";
import { kafkaEventSchema } from "./msk-schema.ts";
import { s3EventBridgeEventSchema } from "./s3-eventbridge-schema.ts";
import { s3EventSchema } from "./s3-schema.ts";
import { scheduledEventSchema } from "./schedule-schema.ts";
import { schedulerEventSchema } from "./scheduler-schema.ts";
import { sesEventSchema } from "./ses-schema.ts";
import { snsEventSchema } from "./sns-schema.ts";
import { sqsEventSchema } from "./sqs-schema.ts";
import { stepFunctionsEventSchema } from "./step-functions-schema.ts";

export const EVENT_SCHEMAS = {
  "api-gateway-rest": restEventSchema,
  "api-gateway-http": apiGatewayHttpEventSchema,
  "api-gateway-websocket": webSocketEventSchema,
  alb: albEventSchema,
  "function-url": functionUrlEventSchema,
  s3: s3EventSchema,
  "s3-eventbridge": s3EventBridgeEventSchema,
  "dynamodb-streams": dynamodbStreamEventSchema,
  sqs: sqsEventSchema,
  sns: snsEventSchema,
  eventbridge: busEventSchema,
  schedule: scheduledEventSchema,
  scheduler: schedulerEventSchema,
  kinesis: kinesisEventSchema,
  firehose: firehoseEventSchema,
  msk: kafkaEventSchema,
  "cloudwatch-logs": cloudwatchLogsEventSchema,
  "cloudwatch-alarm": cloudwatchAlarmEventSchema,
  codecommit: codecommitEventSchema,
  codepipeline: codepipelineEventSchema,
  cloudformation: customResourceEventSchema,
  ...COGNITO_SCHEMAS,
  alexa: alexaEventSchema,
  iot: iotEventSchema,
  "step-functions": stepFunctionsEventSchema,
  ses: sesEventSchema,
  config: configEventSchema,
  appsync: appsyncEventSchema,
  lex: lexEventSchema,
  "authorizer-token": tokenAuthorizerEventSchema,
  "authorizer-request": requestAuthorizerEventSchema,
  "authorizer-http": httpAuthorizerEventSchema,
} as const satisfies Record<EventSourceName, z.ZodType>;
