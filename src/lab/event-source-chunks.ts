/** What makes the events of one source, as a chunk of its own: it comes with the first sight of a form. */
import type { EventSourceName } from "../../sandbox/events/index.ts";
import type { EventSource, FieldValues } from "../../sandbox/events/source.ts";
import { eventMadeBy, type MadeEvent } from "./made-event.ts";

/** Makes the lab's event from what stands in the fields. */
export type MakesEvent = (id: string, values: FieldValues) => MadeEvent;

export async function makerOf(name: EventSourceName): Promise<MakesEvent> {
  const source = await CHUNKS[name]();
  return (id, values) => eventMadeBy(source, id, values);
}

const CHUNKS: Readonly<Record<EventSourceName, () => Promise<EventSource<unknown>>>> = {
  "api-gateway-rest": async () => (await import("../../sandbox/events/api-gateway-rest.ts")).apiGatewayRest,
  "api-gateway-http": async () => (await import("../../sandbox/events/api-gateway-http.ts")).apiGatewayHttp,
  "api-gateway-websocket": async () => (await import("../../sandbox/events/api-gateway-websocket.ts")).apiGatewayWebSocket,
  alb: async () => (await import("../../sandbox/events/alb.ts")).alb,
  "function-url": async () => (await import("../../sandbox/events/function-url.ts")).functionUrl,
  s3: async () => (await import("../../sandbox/events/s3.ts")).s3,
  "s3-eventbridge": async () => (await import("../../sandbox/events/s3-eventbridge.ts")).s3EventBridge,
  "dynamodb-streams": async () => (await import("../../sandbox/events/dynamodb-streams.ts")).dynamodbStreams,
  sqs: async () => (await import("../../sandbox/events/sqs.ts")).sqs,
  sns: async () => (await import("../../sandbox/events/sns.ts")).sns,
  eventbridge: async () => (await import("../../sandbox/events/eventbridge.ts")).eventbridge,
  schedule: async () => (await import("../../sandbox/events/schedule.ts")).schedule,
  scheduler: async () => (await import("../../sandbox/events/scheduler.ts")).scheduler,
  kinesis: async () => (await import("../../sandbox/events/kinesis.ts")).kinesis,
  firehose: async () => (await import("../../sandbox/events/firehose.ts")).firehose,
  msk: async () => (await import("../../sandbox/events/msk.ts")).msk,
  "cloudwatch-logs": async () => (await import("../../sandbox/events/cloudwatch-logs.ts")).cloudwatchLogs,
  "cloudwatch-alarm": async () => (await import("../../sandbox/events/cloudwatch-alarm.ts")).cloudwatchAlarm,
  codecommit: async () => (await import("../../sandbox/events/codecommit.ts")).codecommit,
  codepipeline: async () => (await import("../../sandbox/events/codepipeline.ts")).codepipeline,
  cloudformation: async () => (await import("../../sandbox/events/cloudformation.ts")).cloudformation,
  alexa: async () => (await import("../../sandbox/events/alexa.ts")).alexa,
  iot: async () => (await import("../../sandbox/events/iot.ts")).iot,
  "step-functions": async () => (await import("../../sandbox/events/step-functions.ts")).stepFunctions,
  ses: async () => (await import("../../sandbox/events/ses.ts")).ses,
  config: async () => (await import("../../sandbox/events/config.ts")).config,
  appsync: async () => (await import("../../sandbox/events/appsync.ts")).appsync,
  lex: async () => (await import("../../sandbox/events/lex.ts")).lex,
  "authorizer-token": async () => (await import("../../sandbox/events/authorizer-token.ts")).authorizerToken,
  "authorizer-request": async () => (await import("../../sandbox/events/authorizer-request.ts")).authorizerRequest,
  "authorizer-http": async () => (await import("../../sandbox/events/authorizer-http.ts")).authorizerHttp,
  "cognito-pre-signup": async () => (await import("../../sandbox/events/cognito/sign-up.ts")).preSignUp,
  "cognito-post-confirmation": async () => (await import("../../sandbox/events/cognito/sign-up.ts")).postConfirmation,
  "cognito-pre-authentication": async () => (await import("../../sandbox/events/cognito/authentication.ts")).preAuthentication,
  "cognito-post-authentication": async () => (await import("../../sandbox/events/cognito/authentication.ts")).postAuthentication,
  "cognito-pre-token-generation": async () => (await import("../../sandbox/events/cognito/tokens.ts")).preTokenGeneration,
  "cognito-custom-message": async () => (await import("../../sandbox/events/cognito/messages.ts")).customMessage,
  "cognito-user-migration": async () => (await import("../../sandbox/events/cognito/sign-up.ts")).userMigration,
  "cognito-define-auth-challenge": async () => (await import("../../sandbox/events/cognito/challenges.ts")).defineAuthChallenge,
  "cognito-create-auth-challenge": async () => (await import("../../sandbox/events/cognito/challenges.ts")).createAuthChallenge,
  "cognito-verify-auth-challenge-response": async () =>
    (await import("../../sandbox/events/cognito/challenges.ts")).verifyAuthChallengeResponse,
  "cognito-custom-email-sender": async () => (await import("../../sandbox/events/cognito/messages.ts")).customEmailSender,
  "cognito-custom-sms-sender": async () => (await import("../../sandbox/events/cognito/messages.ts")).customSMSSender,
  "cognito-inbound-federation": async () => (await import("../../sandbox/events/cognito/federation.ts")).inboundFederation,
};
