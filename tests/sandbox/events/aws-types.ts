/**
 * Checked by the compiler alone: each of our events is what @types/aws-lambda says a handler gets. Where a type of its differs from
 * what AWS was seen to send, only that is taken away, and the comment says so. It has no types for Alexa, AWS Config and payloads
 * that users write (IoT, Step Functions, a schedule's Input).
 */
import type * as aws from "aws-lambda";
import type { ALBEvent } from "../../../sandbox/events/alb.ts";
import type { RestEvent } from "../../../sandbox/events/api-gateway-rest.ts";
import type { WebSocketEvent, WebSocketMessageEvent } from "../../../sandbox/events/api-gateway-websocket.ts";
import type { AppSyncEvent } from "../../../sandbox/events/appsync.ts";
import type { HttpAuthorizerEvent } from "../../../sandbox/events/authorizer-http.ts";
import type { RequestAuthorizerEvent } from "../../../sandbox/events/authorizer-request.ts";
import type { TokenAuthorizerEvent } from "../../../sandbox/events/authorizer-token.ts";
import type { CustomResourceEvent } from "../../../sandbox/events/cloudformation.ts";
import type { CloudWatchAlarmEvent } from "../../../sandbox/events/cloudwatch-alarm.ts";
import type { CloudWatchLogsData, CloudWatchLogsEvent } from "../../../sandbox/events/cloudwatch-logs.ts";
import type { CodeCommitEvent } from "../../../sandbox/events/codecommit.ts";
import type { CodePipelineEvent } from "../../../sandbox/events/codepipeline.ts";
import type { PostAuthenticationEvent, PreAuthenticationEvent } from "../../../sandbox/events/cognito/authentication.ts";
import type {
  CreateAuthChallengeEvent,
  DefineAuthChallengeEvent,
  VerifyAuthChallengeResponseEvent,
} from "../../../sandbox/events/cognito/challenges.ts";
import type { InboundFederationEvent } from "../../../sandbox/events/cognito/federation.ts";
import type { CustomEmailSenderEvent, CustomMessageEvent, CustomSMSSenderEvent } from "../../../sandbox/events/cognito/messages.ts";
import type { PostConfirmationEvent, PreSignUpEvent, UserMigrationEvent } from "../../../sandbox/events/cognito/sign-up.ts";
import type {
  PreTokenGenerationV1Event,
  PreTokenGenerationV2Event,
  PreTokenGenerationV3Event,
} from "../../../sandbox/events/cognito/tokens.ts";
import type { DynamoDBStreamEvent } from "../../../sandbox/events/dynamodb-streams.ts";
import type { BusEvent } from "../../../sandbox/events/eventbridge.ts";
import type { FirehoseEvent } from "../../../sandbox/events/firehose.ts";
import type { HttpEvent } from "../../../sandbox/events/http-request.ts";
import type { KinesisEvent } from "../../../sandbox/events/kinesis.ts";
import type { LexEvent } from "../../../sandbox/events/lex.ts";
import type { MSKEvent, SelfManagedKafkaEvent } from "../../../sandbox/events/msk.ts";
import type { S3CreatedObject, S3EventRecord } from "../../../sandbox/events/s3.ts";
import type { ObjectCreated, ObjectDeleted } from "../../../sandbox/events/s3-eventbridge.ts";
import type { ScheduledEvent } from "../../../sandbox/events/schedule.ts";
import type { SchedulerDefaultEvent } from "../../../sandbox/events/scheduler.ts";
import type { SESEvent } from "../../../sandbox/events/ses.ts";
import type { SNSEvent } from "../../../sandbox/events/sns.ts";
import type { SQSEvent } from "../../../sandbox/events/sqs.ts";

/** @types/aws-lambda has no `readonly`; ours do. Nothing else is taken away. */
type Writable<T> = T extends object ? { -readonly [K in keyof T]: Writable<T[K]> } : T;

/** The same, where AWS sends null for what @types/aws-lambda calls absent or never null. */
type Present<T> = T extends object ? { -readonly [K in keyof T]: Present<Exclude<T[K], null>> } : T;

// The two REST types require `authorizer`, and an identity with apiKey, apiKeyId and clientCert: recorded events have none of them.
type RestContext = Omit<aws.APIGatewayEventRequestContext, "authorizer" | "identity"> & {
  identity: Omit<aws.APIGatewayEventIdentity, "apiKey" | "apiKeyId" | "clientCert">;
};
export const restApi = (event: Writable<RestEvent>): Omit<aws.APIGatewayProxyEvent, "requestContext"> & { requestContext: RestContext } =>
  event;
export const authorizerRequest = (
  event: Writable<RequestAuthorizerEvent>,
): Omit<aws.APIGatewayRequestAuthorizerEvent, "requestContext"> & { requestContext: RestContext } => event;
export const authorizerToken = (event: Writable<TokenAuthorizerEvent>): aws.APIGatewayTokenAuthorizerEvent => event;
// The type requires cookies; the recorded event of a request without cookies has none.
export const authorizerHttp = (event: Writable<HttpAuthorizerEvent>): Omit<aws.APIGatewayRequestAuthorizerEventV2, "cookies"> => event;
export const httpApi = (event: Writable<HttpEvent>): aws.APIGatewayProxyEventV2 => event;
export const functionUrl = (event: Writable<HttpEvent>): aws.LambdaFunctionURLEvent => event;
export const webSocketMessage = (event: Writable<WebSocketMessageEvent>): aws.APIGatewayProxyWebsocketEventV2 => event;
// The type requires messageId, which only messages have.
export const webSocket = (
  event: Writable<WebSocketEvent>,
): aws.APIGatewayProxyWebsocketEventV2WithRequestContext<Omit<aws.APIGatewayEventWebsocketRequestContextV2, "messageId">> => event;
export const alb = (event: Writable<ALBEvent>): aws.ALBEvent => event;

/** @types/aws-lambda knows no removed objects, which have neither size nor eTag. */
type CreatedRecord = Omit<S3EventRecord, "s3"> & {
  readonly s3: Omit<S3EventRecord["s3"], "object"> & { readonly object: S3CreatedObject };
};
export const s3 = (record: Writable<CreatedRecord>): aws.S3EventRecord => record;
// The types require version-id, which only buckets with versioning send, and an etag of deleted objects.
type Unversioned<Detail extends { object: unknown }, Missing extends PropertyKey> = Omit<Detail, "object"> & {
  object: Omit<Detail["object"], Missing>;
};
export const s3Created = (detail: Writable<ObjectCreated>): Unversioned<aws.S3ObjectCreatedNotificationEventDetail, "version-id"> => detail;
export const s3Deleted = (
  detail: Writable<ObjectDeleted>,
): Unversioned<aws.S3ObjectDeletedNotificationEventDeleteObjectDetail, "version-id" | "etag"> => detail;
export const dynamodb = (event: Writable<DynamoDBStreamEvent>): aws.DynamoDBStreamEvent => event;
export const sqs = (event: Writable<SQSEvent>): aws.SQSEvent => event;
// A message without a subject has `"Subject": null`.
export const sns = (event: Present<SNSEvent>): aws.SNSEvent => event;
export const eventbridge = (event: Writable<BusEvent>): aws.EventBridgeEvent<string, Record<string, unknown>> => event;
export const schedule = (event: Writable<ScheduledEvent>): aws.ScheduledEvent<Record<string, never>> => event;
export const scheduler = (event: Writable<SchedulerDefaultEvent>): aws.ScheduledEvent<string> => event;
export const kinesis = (event: Writable<KinesisEvent>): aws.KinesisStreamEvent => event;
export const firehose = (event: Writable<FirehoseEvent>): aws.FirehoseTransformationEvent => event;
export const msk = (event: Writable<MSKEvent>): aws.MSKEvent => event;
export const selfManagedKafka = (event: Writable<SelfManagedKafkaEvent>): aws.SelfManagedKafkaEvent => event;
export const cloudwatchLogs = (event: Writable<CloudWatchLogsEvent>): aws.CloudWatchLogsEvent => event;
export const cloudwatchLogsData = (data: Writable<CloudWatchLogsData>): aws.CloudWatchLogsDecodedData => data;
export const cloudwatchAlarm = (event: Writable<CloudWatchAlarmEvent>): aws.CloudWatchAlarmEvent => event;
export const codecommit = (event: Writable<CodeCommitEvent>): aws.CodeCommitTriggerEvent => event;
export const codepipeline = (event: Writable<CodePipelineEvent>): aws.CodePipelineEvent => event;
export const cloudformation = (event: Writable<CustomResourceEvent>): aws.CloudFormationCustomResourceEvent => event;
export const ses = (event: Writable<SESEvent>): aws.SESEvent => event;
// The types of identities know no null.
export const appsync = (event: Present<AppSyncEvent>): aws.AppSyncResolverEvent<Record<string, unknown>> => event;
// The type requires proposedNextState, which comes only from DialogCodeHook.
export const lex = (event: Writable<LexEvent>): Omit<aws.LexV2Event, "proposedNextState"> => event;

// A trigger's response has null where the function is to write; so has validationData.
export const preSignUp = (event: Present<PreSignUpEvent>): aws.PreSignUpTriggerEvent => event;
export const postConfirmation = (event: Writable<PostConfirmationEvent>): aws.PostConfirmationTriggerEvent => event;
export const preAuthentication = (event: Present<PreAuthenticationEvent>): aws.PreAuthenticationTriggerEvent => event;
export const postAuthentication = (event: Writable<PostAuthenticationEvent>): aws.PostAuthenticationTriggerEvent => event;
export const tokensV1 = (event: Present<PreTokenGenerationV1Event>): aws.PreTokenGenerationTriggerEvent => event;
export const tokensV2 = (event: Present<PreTokenGenerationV2Event>): aws.PreTokenGenerationV2TriggerEvent => event;
// The type of version 3 knows client credentials alone; observed in 2025 for users too.
export const tokensV3 = (event: Present<PreTokenGenerationV3Event>): Omit<aws.PreTokenGenerationV3TriggerEvent, "triggerSource"> => event;
export const customMessage = (event: Present<CustomMessageEvent>): aws.CustomMessageTriggerEvent => event;
export const customEmailSender = (event: Writable<CustomEmailSenderEvent>): aws.CustomEmailSenderTriggerEvent => event;
export const customSMSSender = (event: Writable<CustomSMSSenderEvent>): aws.CustomSMSSenderTriggerEvent => event;
export const userMigration = (event: Present<UserMigrationEvent>): aws.UserMigrationTriggerEvent => event;
export const defineAuthChallenge = (event: Present<DefineAuthChallengeEvent>): aws.DefineAuthChallengeTriggerEvent => event;
export const createAuthChallenge = (event: Present<CreateAuthChallengeEvent>): aws.CreateAuthChallengeTriggerEvent => event;
export const verifyAuthChallenge = (event: Present<VerifyAuthChallengeResponseEvent>): aws.VerifyAuthChallengeResponseTriggerEvent => event;
export const inboundFederation = (event: Writable<InboundFederationEvent>): aws.InboundFederationTriggerEvent => event;
