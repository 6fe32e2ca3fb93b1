/** The event sources that the lab knows, by name. */
import { alb } from "./alb.ts";
import { alexa } from "./alexa.ts";
import { apiGatewayHttp } from "./api-gateway-http.ts";
import { apiGatewayRest } from "./api-gateway-rest.ts";
import { apiGatewayWebSocket } from "./api-gateway-websocket.ts";
import { appsync } from "./appsync.ts";
import { authorizerHttp } from "./authorizer-http.ts";
import { authorizerRequest } from "./authorizer-request.ts";
import { authorizerToken } from "./authorizer-token.ts";
import { cloudformation } from "./cloudformation.ts";
import { cloudwatchAlarm } from "./cloudwatch-alarm.ts";
import { cloudwatchLogs } from "./cloudwatch-logs.ts";
import { codecommit } from "./codecommit.ts";
import { codepipeline } from "./codepipeline.ts";
import { COGNITO_SOURCES } from "./cognito/sources.ts";
import { config } from "./config.ts";
import { dynamodbStreams } from "./dynamodb-streams.ts";
import { eventbridge } from "./eventbridge.ts";
import { firehose } from "./firehose.ts";
import { functionUrl } from "./function-url.ts";
import { iot } from "./iot.ts";
import { kinesis } from "./kinesis.ts";
import { lex } from "./lex.ts";
import { msk } from "./msk.ts";
import { s3 } from "./s3.ts";
import { s3EventBridge } from "./s3-eventbridge.ts";
import { schedule } from "./schedule.ts";
import { scheduler } from "./scheduler.ts";
import { ses } from "./ses.ts";
import { sns } from "./sns.ts";
import type { EventSource } from "./source.ts";
import { sqs } from "./sqs.ts";
import { stepFunctions } from "./step-functions.ts";

/** Pages load one at a time instead: src/lab/event-source-chunks.ts. */
export const EVENT_SOURCES = {
  "api-gateway-rest": apiGatewayRest,
  "api-gateway-http": apiGatewayHttp,
  "api-gateway-websocket": apiGatewayWebSocket,
  alb,
  "function-url": functionUrl,
  s3,
  "s3-eventbridge": s3EventBridge,
  "dynamodb-streams": dynamodbStreams,
  sqs,
  sns,
  eventbridge,
  schedule,
  scheduler,
  kinesis,
  firehose,
  msk,
  "cloudwatch-logs": cloudwatchLogs,
  "cloudwatch-alarm": cloudwatchAlarm,
  codecommit,
  codepipeline,
  cloudformation,
  ...COGNITO_SOURCES,
  alexa,
  iot,
  "step-functions": stepFunctions,
  ses,
  config,
  appsync,
  lex,
  "authorizer-token": authorizerToken,
  "authorizer-request": authorizerRequest,
  "authorizer-http": authorizerHttp,
} as const satisfies Record<string, EventSource<unknown>>;

export type EventSourceName = keyof typeof EVENT_SOURCES;

export const isEventSourceName = (name: string): name is EventSourceName => Object.hasOwn(EVENT_SOURCES, name);

export type { EventContext, EventSource, Field, FieldValues } from "./source.ts";
export { FieldError } from "./source.ts";
