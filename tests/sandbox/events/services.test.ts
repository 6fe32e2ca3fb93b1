import { expect, test } from "vitest";
import { alexa } from "../../../sandbox/events/alexa.ts";
import { appsync } from "../../../sandbox/events/appsync.ts";
import { cloudformation } from "../../../sandbox/events/cloudformation.ts";
import { cloudwatchAlarm } from "../../../sandbox/events/cloudwatch-alarm.ts";
import { codecommit } from "../../../sandbox/events/codecommit.ts";
import { codepipeline } from "../../../sandbox/events/codepipeline.ts";
import { config } from "../../../sandbox/events/config.ts";
import { eventbridge } from "../../../sandbox/events/eventbridge.ts";
import { iot } from "../../../sandbox/events/iot.ts";
import { lex } from "../../../sandbox/events/lex.ts";
import { s3EventBridge } from "../../../sandbox/events/s3-eventbridge.ts";
import { scheduler } from "../../../sandbox/events/scheduler.ts";
import { ses } from "../../../sandbox/events/ses.ts";
import { stepFunctions } from "../../../sandbox/events/step-functions.ts";
import { stepFunctionsContextSchema } from "../../../sandbox/events/step-functions-schema.ts";
import { eventContext } from "./context.ts";

type Fields = Record<string, string>;

test("S3 through EventBridge: a key is not URL-encoded, and an upload in parts has their number in its ETag", () => {
  const { detail } = s3EventBridge.build(
    { key: "사진/여름 휴가.jpg", reason: "CompleteMultipartUpload", size: "20000000" },
    eventContext(),
  );
  expect(detail.object.key).toBe("사진/여름 휴가.jpg");
  expect("etag" in detail.object && detail.object.etag).toMatch(/^[0-9a-f]{32}-3$/);
});

test("EventBridge: an owner's event has the owner's source, detail-type and detail", () => {
  expect(eventbridge.build({ source: "com.example", detailType: "Paid", detail: '{"id":7}' }, eventContext())).toMatchObject({
    source: "com.example",
    "detail-type": "Paid",
    detail: { id: 7 },
    time: "2026-11-22T07:00:00Z",
  });
  expect(() => eventbridge.build({ detail: "[]" }, eventContext())).toThrow("‘detail’ 필드: JSON 객체여야 합니다.");
  expect(() => eventbridge.build({ resources: '["photos"]' }, eventContext())).toThrow("‘resources’ 필드: arn:으로 시작하는 문자열만");
});

test("Scheduler: an Input is the whole event, with AWS's keywords replaced", () => {
  const input = '{"arn":"<aws.scheduler.schedule-arn>","at":"<aws.scheduler.scheduled-time>","attempt":<aws.scheduler.attempt-number>}';
  expect(scheduler.build({ input, attempt: "2" }, eventContext())).toEqual({
    arn: "arn:aws:scheduler:ap-northeast-2:123456789012:schedule/default/every-morning",
    at: "2026-11-22T07:00:00Z",
    attempt: 2,
  });
  expect(() => scheduler.build({ input: "안녕" }, eventContext())).toThrow(
    "‘input’ 필드: 람다 함수에 넘길 입력은 올바른 JSON이어야 합니다.",
  );
});

const alarm = (fields: Fields) => cloudwatchAlarm.build(fields, eventContext()).alarmData;

test("An alarm tells in CloudWatch's sentence which value crossed which threshold, and the same as JSON in a text", () => {
  const { state, previousState } = alarm({ value: "5", threshold: "1", period: "60" });
  expect(state.reason).toBe(
    "Threshold Crossed: 1 out of the last 1 datapoints [5.0 (22/11/26 06:59:00)] was greater than or equal to the threshold (1.0) " +
      "(minimum 1 datapoint for OK -> ALARM transition).",
  );
  expect(state.timestamp).toBe("2026-11-22T07:00:00.214+0000");
  expect(JSON.parse(state.reasonData ?? "")).toMatchObject({
    version: "1.0",
    recentDatapoints: [5],
    threshold: 1,
    period: 60,
    statistic: "Sum",
  });
  expect(previousState).toMatchObject({ value: "OK", timestamp: "2026-11-22T06:55:00.214+0000" });
  expect(previousState.reason).toContain("[0.0 (22/11/26 06:54:00)] was not greater than or equal to the threshold (1.0)");
  expect(alarm({ previous: "INSUFFICIENT_DATA" }).previousState.reason).toBe("Unchecked: Initial alarm creation");
});

test("An alarm whose value does not fit its state is refused", () => {
  expect(() => alarm({ value: "0" })).toThrow(
    "‘value’ 필드: 지표의 값 0.0, 임계값 1.0: 값이 임계값보다 크거나 같을 때 ALARM, 작을 때 OK입니다.",
  );
  expect(alarm({ state: "OK", previous: "ALARM", value: "0" }).state.reason).toContain("was not greater than or equal to the threshold");
});

test("CodeCommit says of a branch whether it was made or removed", () => {
  const reference = (change: string) => codecommit.build({ change }, eventContext()).Records[0]?.codecommit.references[0];
  expect(Object.keys(reference("커밋") ?? {})).toEqual(["commit", "ref"]);
  expect(reference("만듦")).toMatchObject({ created: true, ref: "refs/heads/main" });
  expect(reference("지움")).toMatchObject({ deleted: true });
  expect(() => codecommit.build({ ref: "main" }, eventContext())).toThrow(
    "‘ref’ 필드: refs/heads/브랜치, 또는 refs/tags/태그 꼴이어야 합니다.",
  );
});

test("CodePipeline hands over artifacts in S3 and credentials that are good for them", () => {
  const { data } = codepipeline.build({ pipeline: "orders-pipeline-with-a-long-name", output: "Out" }, eventContext())["CodePipeline.job"];
  expect(data.inputArtifacts[0]?.location.s3Location.objectKey).toMatch(/^orders-pipeline-with\/SourceArti\/[A-Za-z0-9]{7}$/);
  expect(data.outputArtifacts).toHaveLength(1);
  expect(data.artifactCredentials.accessKeyId).toMatch(/^ASIA/);
  expect(data).not.toHaveProperty("continuationToken");
});

test("CloudFormation hands every property over as text, however deep, and names a physical id from the second request on", () => {
  const properties = '{"Rows":3,"Enabled":true,"Nested":{"List":[1,{"a":null}]}}';
  const created = cloudformation.build({ properties }, eventContext());
  expect(created.ResourceProperties).toMatchObject({ Rows: "3", Enabled: "true", Nested: { List: ["1", { a: "null" }] } });
  expect(created).not.toHaveProperty("PhysicalResourceId");
  const updated = cloudformation.build({ requestType: "Update", oldProperties: '{"Rows":1}' }, eventContext());
  expect(updated).toMatchObject({ OldResourceProperties: { Rows: "1" }, PhysicalResourceId: expect.stringMatching(/^orders-SeedData-/) });
  expect(cloudformation.build({ requestType: "Delete" }, eventContext())).not.toHaveProperty("OldResourceProperties");
  expect(() => cloudformation.build({ resourceType: "SeedData" }, eventContext())).toThrow("‘resourceType’ 필드: Custom::이름,");
});

test("CloudFormation's address for the answer is presigned for two hours", () => {
  const url = new URL(cloudformation.build({}, eventContext()).ResponseURL);
  expect(url.host).toBe("cloudformation-custom-resource-response-apnortheast2.s3.ap-northeast-2.amazonaws.com");
  expect(Object.fromEntries(url.searchParams)).toMatchObject({ "X-Amz-Expires": "7200", "X-Amz-Date": "20261122T070000Z" });
});

test("Alexa begins a session with a launch and gives slots with an intent", () => {
  expect(alexa.build({ type: "LaunchRequest" }, eventContext())).toMatchObject({
    session: { new: true },
    request: { type: "LaunchRequest" },
  });
  expect(alexa.build({ slots: '{"Menu":"tea"}' }, eventContext()).request).toMatchObject({
    type: "IntentRequest",
    timestamp: "2026-11-22T07:00:00Z",
    intent: { name: "OrderIntent", slots: { Menu: { name: "Menu", value: "tea" } } },
  });
  expect(alexa.build({ type: "SessionEndedRequest" }, eventContext()).context).not.toHaveProperty("AudioPlayer");
});

test("IoT hands over what SELECT makes of the message, whatever JSON it is", () => {
  expect(iot.build({ message: "23.5" }, eventContext())).toBe(23.5);
  const sql = "SELECT *, topic() AS topic, clientid() AS clientId, timestamp() AS timestamp";
  expect(iot.build({ sql, message: '{"t":1}' }, eventContext())).toEqual({
    t: 1,
    topic: "factory/line-1/temperature",
    clientId: "sensor-1",
    timestamp: 1_795_330_800_214,
  });
  expect(() => iot.build({ sql, message: "1" }, eventContext())).toThrow(
    "‘message’ 필드: SQL이 값을 더하려면 메시지가 JSON 객체여야 합니다.",
  );
});

test("Step Functions hands over the state's input, or it with a task token, or the context object", () => {
  expect(stepFunctions.build({ input: "[1]" }, eventContext())).toEqual([1]);
  expect(stepFunctions.build({ payload: '"Payload": {"input.$": "$", "token.$": "$$.Task.Token"}', input: "{}" }, eventContext())).toEqual({
    input: {},
    token: expect.stringMatching(/^AQC[A-Za-z0-9+/=]{600,}$/),
  });
  const context = stepFunctionsContextSchema.parse(stepFunctions.build({ payload: '"Payload.$": "$$"', retries: "2" }, eventContext()));
  expect(context.State).toMatchObject({ Name: "ChargeCard", RetryCount: 2 });
  expect(context.Execution.Id).toBe(`arn:aws:states:ap-northeast-2:123456789012:execution:place-order:${context.Execution.Name}`);
});

test("SES tells the sender's address from the name, and the policy of a domain whose DMARC check failed", () => {
  const message = (fields: Fields) => ses.build(fields, eventContext()).Records[0]?.ses;
  expect(message({ from: "김민지 <minji@example.com>" })?.mail).toMatchObject({
    source: "minji@example.com",
    commonHeaders: { from: ["김민지 <minji@example.com>"], date: "Sun, 22 Nov 2026 07:00:00 +0000" },
  });
  expect(message({})?.receipt).not.toHaveProperty("dmarcPolicy");
  expect(message({ dmarc: "FAIL" })?.receipt).toMatchObject({ dmarcVerdict: { status: "FAIL" }, dmarcPolicy: "reject" });
  expect(() => message({ to: "minji" })).toThrow("‘to’ 필드: 메일 주소를 쉼표로 나누어 적으세요.");
});

test("Config tells what happened as JSON in a text", () => {
  const invoking = (fields: Fields) => JSON.parse(config.build(fields, eventContext()).invokingEvent);
  expect(invoking({})).toMatchObject({
    messageType: "ConfigurationItemChangeNotification",
    configurationItem: { resourceType: "AWS::S3::Bucket", ARN: "arn:aws:s3:::my-photos", configuration: { name: "my-photos" } },
  });
  expect(invoking({ messageType: "OversizedConfigurationItemChangeNotification" }).configurationItemSummary.changeType).toBe("UPDATE");
  expect(invoking({ messageType: "ScheduledNotification" })).not.toHaveProperty("configurationItem");
});

test("AppSync: who asks is a user, a role, what an authorizer said, or nobody", () => {
  const identity = (fields: Fields) => appsync.build(fields, eventContext()).identity;
  expect(identity({ groups: "admins" })).toMatchObject({ username: "minji", groups: ["admins"], claims: { "cognito:username": "minji" } });
  expect(identity({})).toMatchObject({ groups: null });
  expect(identity({ identity: "IAM" })).toMatchObject({ userArn: "arn:aws:iam::123456789012:user/minji" });
  expect(identity({ identity: "Lambda" })).toEqual({ resolverContext: { user: "minji" } });
  expect(identity({ identity: "API 키" })).toBeNull();
});

test("AppSync: a selection is a list and GraphQL text", () => {
  expect(appsync.build({ selection: "id, status" }, eventContext()).info).toMatchObject({
    selectionSetList: ["id", "status"],
    selectionSetGraphQL: "{\n  id\n  status\n}",
  });
});

test("Lex asks for the first slot that is open, and fulfils only where none is", () => {
  const event = lex.build({ slots: '{"Menu":"라테","Size":null,"Count":null}' }, eventContext());
  expect(event.proposedNextState?.dialogAction).toEqual({ slotToElicit: "Size", type: "ElicitSlot" });
  expect(event.sessionState.intent.slots.Menu?.value.interpretedValue).toBe("라테");
  expect(lex.build({ slots: '{"Menu":"라테"}' }, eventContext()).proposedNextState?.dialogAction).toEqual({ type: "Delegate" });
  const done = { invocationSource: "FulfillmentCodeHook", slots: '{"Menu":"라테"}' };
  expect(lex.build(done, eventContext())).not.toHaveProperty("proposedNextState");
  expect(() => lex.build({ invocationSource: "FulfillmentCodeHook" }, eventContext())).toThrow(
    "‘slots’ 필드: FulfillmentCodeHook은 슬롯이 모두 찬 뒤에 부릅니다.",
  );
});
