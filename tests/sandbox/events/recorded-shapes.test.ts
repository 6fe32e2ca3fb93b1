/**
 * Keys and their order against events that AWS itself delivered and people recorded: LocalStack's snapshots (parity tests run on
 * AWS), the events that Powertools for AWS Lambda and aws-lambda-go captured, and events that functions logged.
 */
import { expect, test } from "vitest";
import { EVENT_SOURCES, type EventSourceName } from "../../../sandbox/events/index.ts";
import { eventContext } from "./context.ts";
import { keysWithout } from "./keys.ts";

const keys = (name: EventSourceName, fields: Record<string, string> = {}, ...free: readonly string[]) =>
  keysWithout(EVENT_SOURCES[name].build(fields, eventContext()), ...free);

const HEADERS = ["headers", "multiValueHeaders"] as const;
const REST_CONTEXT =
  "requestContext{resourceId resourcePath httpMethod extendedRequestId requestTime path accountId protocol stage domainPrefix " +
  "requestTimeEpoch requestId identity{cognitoIdentityPoolId accountId cognitoIdentityId caller sourceIp principalOrgId accessKey " +
  "cognitoAuthenticationType cognitoAuthenticationProvider userArn userAgent user} domainName deploymentId apiId}";

test("REST API: Powertools, June 2024", () => {
  expect(keys("api-gateway-rest", {}, ...HEADERS)).toBe(
    "resource path httpMethod headers multiValueHeaders queryStringParameters multiValueQueryStringParameters pathParameters " +
      `stageVariables ${REST_CONTEXT} body isBase64Encoded`,
  );
});

test("REST API's REQUEST authorizer: Powertools, June 2024", () => {
  expect(keys("authorizer-request", {}, ...HEADERS)).toBe(
    "type methodArn resource path httpMethod headers multiValueHeaders queryStringParameters multiValueQueryStringParameters " +
      `pathParameters stageVariables ${REST_CONTEXT}`,
  );
});

test("HTTP API's authorizer: Powertools, June 2024", () => {
  expect(keys("authorizer-http", {}, ...HEADERS)).toBe(
    "version type routeArn identitySource routeKey rawPath rawQueryString headers requestContext{accountId apiId domainName domainPrefix " +
      "http{method path protocol sourceIp userAgent} requestId routeKey stage time timeEpoch}",
  );
});

test("REST API's TOKEN authorizer: Powertools, June 2024", () => {
  expect(keys("authorizer-token")).toBe("type methodArn authorizationToken");
});

test("ALB: aws-lambda-go's and Powertools' captures of both kinds of target group", () => {
  expect(keys("alb", {}, ...HEADERS)).toBe(
    "requestContext{elb{targetGroupArn}} httpMethod path queryStringParameters headers body isBase64Encoded",
  );
  expect(keys("alb", { multiValue: "켬" }, ...HEADERS)).toBe(
    "requestContext{elb{targetGroupArn}} httpMethod path multiValueQueryStringParameters multiValueHeaders body isBase64Encoded",
  );
});

test("WebSocket: a connection, as LocalStack and Serverless have it", () => {
  expect(keys("api-gateway-websocket", { eventType: "CONNECT", headers: '{"User-Agent":"wscat"}' }, ...HEADERS)).toBe(
    "headers multiValueHeaders requestContext{routeKey eventType extendedRequestId requestTime messageDirection stage connectedAt " +
      "requestTimeEpoch identity{userAgent sourceIp} requestId domainName connectionId apiId} isBase64Encoded",
  );
});

test("WebSocket: what a message and a disconnection of January 2024 had, all of it and nothing else", () => {
  const sorted = (text: string) => text.split(/[ {}]+/).sort();
  const context =
    "requestTime messageDirection stage connectedAt requestTimeEpoch identity{sourceIp} requestId domainName connectionId apiId";
  expect(sorted(keys("api-gateway-websocket"))).toEqual(
    sorted(`requestContext{routeKey messageId eventType extendedRequestId ${context}} body isBase64Encoded`),
  );
  expect(sorted(keys("api-gateway-websocket", { eventType: "DISCONNECT" }, ...HEADERS))).toEqual(
    sorted(
      `headers multiValueHeaders requestContext{routeKey disconnectStatusCode eventType extendedRequestId disconnectReason ${context}} isBase64Encoded`,
    ),
  );
});

test("S3 through EventBridge: recorded in March 2023 and January 2025", () => {
  const envelope = "version id detail-type source account time region resources";
  expect(keys("s3-eventbridge")).toBe(
    `${envelope} detail{version bucket{name} object{key size etag sequencer} request-id requester source-ip-address reason}`,
  );
  expect(keys("s3-eventbridge", { reason: "DeleteObject" })).toBe(
    `${envelope} detail{version bucket{name} object{key sequencer} request-id requester source-ip-address reason deletion-type}`,
  );
});

test("Scheduler: an event logged in June 2024, whose detail is text", () => {
  expect(keys("scheduler")).toBe("version id detail-type source account time region resources detail");
  expect(EVENT_SOURCES.scheduler.build({}, eventContext())).toMatchObject({ source: "aws.scheduler", detail: "{}" });
});

test("SNS: records logged between 2019 and 2022, and LocalStack's snapshot of August 2023 for the subject", () => {
  expect(keys("sns")).toBe(
    "Records[EventSource EventVersion EventSubscriptionArn Sns{Type MessageId TopicArn Subject Message Timestamp SignatureVersion " +
      "Signature SigningCertUrl UnsubscribeUrl MessageAttributes}]",
  );
  expect(EVENT_SOURCES.sns.build({}, eventContext()).Records[0]?.Sns.Subject).toBeNull();
});

test("Kinesis: AWS's page, and LocalStack's snapshot of November 2025 for the values", () => {
  expect(keys("kinesis")).toBe(
    "Records[kinesis{kinesisSchemaVersion partitionKey sequenceNumber data approximateArrivalTimestamp} eventSource eventVersion eventID " +
      "eventName invokeIdentityArn awsRegion eventSourceARN]",
  );
  const [record] = EVENT_SOURCES.kinesis.build({ data: "hello" }, eventContext()).Records;
  expect(record).toMatchObject({
    eventSource: "aws:kinesis",
    eventName: "aws:kinesis:record",
    eventVersion: "1.0",
    eventID: `shardId-000000000000:${record?.kinesis.sequenceNumber}`,
    kinesis: { data: "aGVsbG8=", kinesisSchemaVersion: "1.0" },
  });
});

test("DynamoDB Streams: AWS's page and the record of its API", () => {
  expect(keys("dynamodb-streams", { eventName: "MODIFY" }, "Keys", "NewImage", "OldImage")).toBe(
    "Records[eventID eventName eventVersion eventSource awsRegion dynamodb{ApproximateCreationDateTime Keys NewImage OldImage " +
      "SequenceNumber SizeBytes StreamViewType} eventSourceARN]",
  );
});

test("MSK: AWS's page", () => {
  expect(keys("msk", {}, "headers")).toBe(
    "eventSource eventSourceArn bootstrapServers records{orders-0[topic partition offset timestamp timestampType key value headers]}",
  );
});

test("A CloudWatch alarm: LocalStack's snapshot of January 2024", () => {
  const order = "source alarmArn accountId time region alarmData{alarmName";
  expect(keys("cloudwatch-alarm", { state: "INSUFFICIENT_DATA", previous: "INSUFFICIENT_DATA", description: "주문" }, "dimensions")).toBe(
    `${order} state{value reason timestamp} previousState{value reason timestamp} configuration{description metrics[id ` +
      "metricStat{metric{namespace name dimensions} period stat} returnData]}}",
  );
});

const POOL = "region userPoolId userName callerContext{awsSdkVersion clientId}";

test.each([
  ["cognito-pre-signup", "request{userAttributes validationData} response{autoConfirmUser autoVerifyEmail autoVerifyPhone}"],
  ["cognito-define-auth-challenge", "request{userAttributes session userNotFound} response{challengeName issueTokens failAuthentication}"],
  [
    "cognito-create-auth-challenge",
    "request{userAttributes challengeName session userNotFound} response{publicChallengeParameters privateChallengeParameters challengeMetadata}",
  ],
  [
    "cognito-custom-message",
    "request{userAttributes codeParameter linkParameter usernameParameter} response{smsMessage emailMessage emailSubject}",
  ],
] as const)("%s: an event logged by a function, which names its trigger source before the request", (name, rest) => {
  expect(keys(name, {}, "userAttributes", "session")).toBe(`version ${POOL} triggerSource ${rest}`);
});

test.each([
  [
    "cognito-pre-token-generation",
    "request{userAttributes groupConfiguration{groupsToOverride iamRolesToOverride preferredRole}} response{claimsOverrideDetails}",
  ],
  ["cognito-custom-email-sender", "request{type code userAttributes} response"],
] as const)("%s: an event logged by a function, which names its trigger source after the version", (name, rest) => {
  expect(keys(name, {}, "userAttributes")).toBe(`version triggerSource ${POOL} ${rest}`);
});

test("Before tokens of version 2: an event logged by a function has the scopes after the groups", () => {
  expect(keys("cognito-pre-token-generation", { version: "2" }, "userAttributes")).toBe(
    `version triggerSource ${POOL} request{userAttributes groupConfiguration{groupsToOverride iamRolesToOverride preferredRole} scopes} ` +
      "response{claimsAndScopeOverrideDetails}",
  );
});
