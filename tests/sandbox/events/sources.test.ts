import fc from "fast-check";
import { expect, test } from "vitest";
import { EVENT_SOURCES, type EventSourceName, type Field, FieldError } from "../../../sandbox/events/index.ts";
import { EVENT_SCHEMAS } from "../../../sandbox/events/schemas.ts";
import { eventContext } from "./context.ts";

const NAMES = Object.keys(EVENT_SOURCES) as EventSourceName[];

/** Fields with which each source's event has keys that the default event has not. */
const FULL: Record<EventSourceName, readonly Record<string, string>[]> = {
  "api-gateway-rest": [
    { method: "POST", path: "/a/b", query: "x=1&x=2", headers: '{"a":["b","c"]}', cookies: "c=1", body: "{}", resource: "/a/{id}" },
    { stageVariables: '{"color":"blue"}', body: "ab", binaryMediaTypes: "application/json" },
  ],
  "api-gateway-http": [{ method: "PUT", path: "/a/b", query: "x=1", cookies: "c=1", body: "{}", route: "PUT /a/{id}" }],
  "api-gateway-websocket": [
    { eventType: "CONNECT", query: "room=1", headers: '{"User-Agent":"a"}', stageVariables: '{"color":"blue"}' },
    { eventType: "DISCONNECT", disconnectStatusCode: "1000", disconnectReason: "bye" },
  ],
  alb: [
    { method: "POST", query: "x=1", body: "{}", cookies: "c=1" },
    { multiValue: "켬", query: "x=1&x=2", headers: '{"a":["b","c"]}' },
  ],
  "function-url": [{ method: "PUT", query: "x=1", cookies: "c=1", body: "{}" }],
  s3: [{ eventName: "ObjectRemoved:Delete" }],
  "s3-eventbridge": [{ reason: "DeleteObject" }, { reason: "CompleteMultipartUpload", size: "20000000" }],
  "dynamodb-streams": [
    { eventName: "MODIFY", item: '{"orderId":1,"a":[1,{"b":null}],"ok":true}', oldItem: '{"a":2}', count: "3" },
    { eventName: "REMOVE", removedBy: "TTL", viewType: "KEYS_ONLY" },
  ],
  sqs: [{ queue: "q.fifo", attributes: '{"a":"b","n":1}', count: "2" }],
  sns: [{ subject: "hello", attributes: '{"a":"b","n":1}' }],
  eventbridge: [{ resources: '["arn:aws:s3:::photos"]', detail: '{"a":{"b":[1]}}' }],
  schedule: [{ rule: "nightly" }],
  scheduler: [{ input: '{"at":"<aws.scheduler.scheduled-time>","id":"<aws.scheduler.execution-id>"}' }],
  kinesis: [{ count: "3", records: '["plain",{"a":1}]', shard: "12" }],
  firehose: [{ sourceStream: "clicks", count: "2" }],
  msk: [{ kafka: "SelfManagedKafka", headers: '{"a":"한글"}', count: "2" }, { values: '["a"]' }],
  "cloudwatch-logs": [{ count: "20", logStream: "one" }, { messageType: "CONTROL_MESSAGE" }],
  "cloudwatch-alarm": [
    { state: "OK", previous: "ALARM", value: "0" },
    { state: "INSUFFICIENT_DATA", description: "주문" },
  ],
  codecommit: [{ change: "만듦", customData: "x" }, { change: "지움" }],
  codepipeline: [{ input: "", output: "BuildArtifact", continuationToken: "again" }],
  cloudformation: [{ requestType: "Update" }, { requestType: "Delete", physicalId: "mine" }],
  "cognito-pre-signup": [{ validationData: '{"a":"b"}', clientMetadata: '{"a":"b"}', triggerSource: "PreSignUp_AdminCreateUser" }],
  "cognito-post-confirmation": [{ clientMetadata: '{"a":"b"}' }],
  "cognito-pre-authentication": [{ validationData: '{"a":"b"}', clientMetadata: '{"a":"b"}' }],
  "cognito-post-authentication": [{ newDevice: "true", clientMetadata: '{"a":"b"}' }],
  "cognito-pre-token-generation": [
    { version: "2", groups: "admins, staff", clientMetadata: '{"a":"b"}' },
    { version: "3", triggerSource: "TokenGeneration_ClientCredentials" },
  ],
  "cognito-custom-message": [{ triggerSource: "CustomMessage_AdminCreateUser", clientMetadata: '{"a":"b"}' }],
  "cognito-user-migration": [{ triggerSource: "UserMigration_ForgotPassword", validationData: '{"a":"b"}' }],
  "cognito-define-auth-challenge": [
    { session: '[{"challengeName":"CUSTOM_CHALLENGE","challengeResult":false,"challengeMetadata":"m"}]', clientMetadata: '{"a":"b"}' },
  ],
  "cognito-create-auth-challenge": [{ session: "[]", clientMetadata: '{"a":"b"}' }],
  "cognito-verify-auth-challenge-response": [{ clientMetadata: '{"a":"b"}' }],
  "cognito-custom-email-sender": [{ triggerSource: "CustomEmailSender_ForgotPassword", clientMetadata: '{"a":"b"}' }],
  "cognito-custom-sms-sender": [{ triggerSource: "CustomSMSSender_Authentication", clientMetadata: '{"a":"b"}' }],
  "cognito-inbound-federation": [{ provider: "SAML" }, { provider: "OIDC" }],
  alexa: [{ type: "LaunchRequest" }, { type: "SessionEndedRequest" }],
  iot: [{ sql: "SELECT *, topic() AS topic, clientid() AS clientId, timestamp() AS timestamp" }, { message: "23.5" }],
  "step-functions": [{ payload: '"Payload": {"input.$": "$", "token.$": "$$.Task.Token"}' }, { payload: '"Payload.$": "$$"', input: "[]" }],
  ses: [{ dmarc: "FAIL", invocationType: "RequestResponse", from: "a@example.com", to: "b@example.com, c@example.com" }],
  config: [{ messageType: "ScheduledNotification" }, { messageType: "OversizedConfigurationItemChangeNotification" }],
  appsync: [
    { identity: "IAM", source: '{"id":"1"}', groups: "a" },
    { identity: "Lambda", selection: "" },
    { identity: "API 키" },
    { groups: "admins,staff" },
  ],
  lex: [
    { invocationSource: "FulfillmentCodeHook", slots: '{"Menu":"라테"}' },
    { slots: '{"Menu":"라테"}', inputMode: "Speech" },
  ],
  "authorizer-token": [{ token: "Bearer x", path: "/주문" }],
  "authorizer-request": [{ query: "x=1&x=2", path: "/a/b", resource: "/a/{id}", stageVariables: '{"color":"blue"}' }],
  "authorizer-http": [{ query: "token=1", identitySource: "$request.querystring.token, $request.header.host", cookies: "c=1" }],
};

test("the sources are those that issues and lessons name, each under its own name", () => {
  expect(NAMES.filter((name) => !name.startsWith("cognito-")).join(" ")).toBe(
    "api-gateway-rest api-gateway-http api-gateway-websocket alb function-url s3 s3-eventbridge dynamodb-streams sqs sns eventbridge " +
      "schedule scheduler kinesis firehose msk cloudwatch-logs cloudwatch-alarm codecommit codepipeline cloudformation alexa iot " +
      "step-functions ses config appsync lex authorizer-token authorizer-request authorizer-http",
  );
  expect(NAMES.filter((name) => name.startsWith("cognito-"))).toHaveLength(13);
  for (const name of NAMES) expect(EVENT_SOURCES[name].name).toBe(name);
});

test.each(NAMES)("what %s builds is what its schema knows, key for key", (name) => {
  for (const fields of [{}, ...FULL[name]]) {
    const event = EVENT_SOURCES[name].build(fields, eventContext());
    // Parsing drops keys that a schema does not know, so an equal event has none.
    expect(EVENT_SCHEMAS[name].parse(event)).toEqual(event);
  }
});

test.each(NAMES)("%s survives JSON unchanged", (name) => {
  for (const fields of [{}, ...FULL[name]]) {
    const event = EVENT_SOURCES[name].build(fields, eventContext());
    expect(JSON.parse(JSON.stringify(event))).toStrictEqual(event);
  }
});

test.each(NAMES)("the same fields and context give the same %s event, another seed another one", (name) => {
  const build = (seed: number) => JSON.stringify(EVENT_SOURCES[name].build({}, eventContext(seed)));
  expect(build(1)).toBe(build(1));
  // What these two hand on is what a device or a state machine wrote: no id of AWS's is in it.
  if (name === "iot" || name === "step-functions") expect(build(2)).toBe(build(1));
  else expect(build(2)).not.toBe(build(1));
});

test.each(NAMES)("every field of %s has a Korean label of its own and a default that it accepts", (name) => {
  const { fields } = EVENT_SOURCES[name];
  expect(new Set(fields.map(({ label }) => label)).size).toBe(fields.length);
  for (const field of fields) {
    expect(field.label).toMatch(/[가-힣]|ARN|IP/);
    expect(() => EVENT_SOURCES[name].build({ [field.name]: field.default }, eventContext())).not.toThrow();
  }
});

/** Text that a reader might leave in a field, right or wrong. */
function typed(field: Field): fc.Arbitrary<string> {
  switch (field.kind) {
    case "select":
      return fc.constantFrom(...field.options);
    case "number":
      return fc.oneof(fc.integer({ min: field.least, max: Math.min(field.most, field.least + 20) }).map(String), fc.string());
    case "json":
      return fc.oneof(fc.constant(field.default), fc.json({ maxDepth: 2 }), fc.constantFrom("", "{", "null", "-1"));
    case "text":
      return fc.oneof(fc.constant(field.default), fc.string({ unit: "binary" }), fc.constantFrom("주문 1", "a b", "/", "x@y.z", "%FF"));
  }
}

test.each(NAMES)("whatever is typed, %s is an event that its schema knows and JSON keeps, or a sentence at the field", (name) => {
  const { fields, build } = EVENT_SOURCES[name];
  const entries = fields.map((field) => typed(field).map((value): readonly [string, string] => [field.name, value]));
  const values = fc.tuple(...entries).chain((all) => fc.subarray(all).map((some) => Object.fromEntries(some)));
  fc.assert(
    fc.property(values, fc.nat(), (written, seed) => {
      const event = builtOrRefused(() => build(written, eventContext(seed)), fields);
      if (event === undefined) return;
      expect(JSON.parse(JSON.stringify(event))).toStrictEqual(event);
      expect(EVENT_SCHEMAS[name].safeParse(event).error).toBeUndefined();
      expect(JSON.stringify(build(written, eventContext(seed)))).toBe(JSON.stringify(event));
    }),
    { numRuns: 200 },
  );
});

function builtOrRefused(build: () => unknown, fields: readonly Field[]): unknown {
  try {
    return build();
  } catch (thrown) {
    if (!(thrown instanceof FieldError)) throw thrown;
    expect(fields.map((field) => field.name)).toContain(thrown.field);
    expect(thrown.message).toMatch(new RegExp(`^‘${thrown.field}’ 필드: .*[가-힣].*[.]`, "s"));
    return undefined;
  }
}

test("a schema refuses what AWS never sends", () => {
  expect(EVENT_SCHEMAS.s3.safeParse({ Records: [] }).success).toBe(false);
  const event = EVENT_SOURCES["function-url"].build({}, eventContext());
  expect(EVENT_SCHEMAS["function-url"].safeParse({ ...event, headers: { Accept: "*/*" } }).success).toBe(false);
  const scheduled = EVENT_SOURCES.scheduler.build({}, eventContext());
  expect(EVENT_SCHEMAS.scheduler.safeParse({ ...Object(scheduled), detail: {} }).success).toBe(false);
  const alarm = EVENT_SOURCES["cloudwatch-alarm"].build({}, eventContext());
  expect(EVENT_SCHEMAS["cloudwatch-alarm"].safeParse({ ...alarm, time: "2026-11-22T07:00:00Z" }).success).toBe(false);
});

test("a scheduled event has whole seconds and the rule's ARN", () => {
  expect(JSON.stringify(EVENT_SOURCES.schedule.build({ rule: "nightly" }, eventContext()), null, 2)).toMatchInlineSnapshot(`
    "{
      "version": "0",
      "id": "904ccb19-95c9-4b5c-855a-2fd5f2473522",
      "detail-type": "Scheduled Event",
      "source": "aws.events",
      "account": "123456789012",
      "time": "2026-11-22T07:00:00Z",
      "region": "ap-northeast-2",
      "resources": [
        "arn:aws:events:ap-northeast-2:123456789012:rule/nightly"
      ],
      "detail": {}
    }"
  `);
});
