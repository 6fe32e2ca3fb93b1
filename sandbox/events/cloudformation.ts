/**
 * What CloudFormation hands to the function behind a custom resource: cloudformation userguide, "Custom resource request
 * reference". The answer goes to ResponseURL by PUT, not back through Lambda. CloudFormation hands every property over as text.
 */
import { isoTime } from "../time/instant.ts";
import { hexDigits, uuid } from "../time/random.ts";
import { functionNameOf, isJsonObject, jsonObject, textMatching } from "./field-values.ts";
import { upperCaseId } from "./identifiers.ts";
import { type EventContext, type EventSource, type Field, type FieldReader, fieldReader } from "./source.ts";

export type CustomResourceEvent = CreateEvent | UpdateEvent | DeleteEvent;

interface Common {
  readonly ServiceToken: string;
  readonly ResponseURL: string;
  readonly StackId: string;
  readonly RequestId: string;
  readonly LogicalResourceId: string;
  readonly ResourceType: string;
  readonly ResourceProperties: ResourceProperties;
}

export interface CreateEvent extends Common {
  readonly RequestType: "Create";
}

export interface UpdateEvent extends Common {
  readonly RequestType: "Update";
  readonly PhysicalResourceId: string;
  readonly OldResourceProperties: ResourceProperties;
}

export interface DeleteEvent extends Common {
  readonly RequestType: "Delete";
  readonly PhysicalResourceId: string;
}

export interface ResourceProperties {
  readonly ServiceToken: string;
  readonly [name: string]: unknown;
}

const FIELDS: readonly Field[] = [
  { name: "requestType", label: "요청", kind: "select", default: "Create", options: ["Create", "Update", "Delete"] },
  { name: "stack", label: "스택 이름", kind: "text", default: "orders" },
  { name: "logicalId", label: "논리 ID", kind: "text", default: "SeedData" },
  { name: "resourceType", label: "리소스 유형", kind: "text", default: "Custom::SeedData" },
  { name: "functionName", label: "함수 이름", kind: "text", default: "seed-data" },
  { name: "properties", label: "속성(JSON 객체)", kind: "json", default: '{"TableName":"orders","Rows":3}' },
  { name: "oldProperties", label: "바뀌기 전 속성(JSON 객체)", kind: "json", default: '{"TableName":"orders","Rows":1}' },
  { name: "physicalId", label: "물리 ID(비우면 만들어진 것)", kind: "text", default: "" },
];

export const cloudformation: EventSource<CustomResourceEvent> = {
  name: "cloudformation",
  label: "CloudFormation 사용자 지정 리소스",
  fields: FIELDS,
  build(values, context) {
    return event(context, fieldReader(FIELDS, values));
  },
};

function event(context: EventContext, read: FieldReader): CustomResourceEvent {
  const { random, region, accountId } = context;
  // cloudformation API, CreateStack and DescribeStackResource.
  const stack = textMatching(
    read,
    "stack",
    /^[A-Za-z][A-Za-z0-9-]{0,127}$/,
    "스택 이름은 영문자로 시작해 영문자, 숫자, 붙임표로 된 128자 이하입니다.",
  );
  const LogicalResourceId = textMatching(read, "logicalId", /^[A-Za-z0-9]{1,255}$/, "논리 ID는 영문자와 숫자로 된 1~255자입니다.");
  const ResourceType = textMatching(
    read,
    "resourceType",
    /^(Custom::[A-Za-z0-9_@-]{1,60}|AWS::CloudFormation::CustomResource)$/,
    "Custom::이름, 또는 AWS::CloudFormation::CustomResource여야 합니다.",
  );
  const ServiceToken = `arn:aws:lambda:${region}:${accountId}:function:${functionNameOf(read)}`;
  const StackId = `arn:aws:cloudformation:${region}:${accountId}:stack/${stack}/${uuid(random.fork("stack"))}`;
  const properties = (field: string): ResourceProperties => ({ ServiceToken, ...texts(jsonObject(read, field)) });
  const request = {
    ServiceToken,
    ResponseURL: responseUrl(context, StackId, LogicalResourceId),
    StackId,
    RequestId: uuid(random),
    LogicalResourceId,
  };
  const resource = { ResourceType, ResourceProperties: properties("properties") };
  const PhysicalResourceId = read.text("physicalId") || `${stack}-${LogicalResourceId}-${upperCaseId(random.fork("physical id"), 13)}`;
  switch (read.text("requestType")) {
    case "Update":
      return { RequestType: "Update", ...request, PhysicalResourceId, ...resource, OldResourceProperties: properties("oldProperties") };
    case "Delete":
      return { RequestType: "Delete", ...request, PhysicalResourceId, ...resource };
    default:
      return { RequestType: "Create", ...request, ...resource };
  }
}

/** Numbers and booleans become text, however deep they lie. */
function texts(properties: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, textOf(value)]));
}

function textOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(textOf);
  return isJsonObject(value) ? texts(value) : String(value);
}

/** A presigned address in CloudFormation's own bucket, good for two hours. */
function responseUrl({ at, random, region }: EventContext, stackId: string, logicalId: string): string {
  const bucket = `cloudformation-custom-resource-response-${region.replaceAll("-", "")}`;
  const key = encodeURIComponent(`${stackId}|${logicalId}|${uuid(random)}`);
  const date = isoTime(at).slice(0, 19).replaceAll(/[-:]/g, "");
  const signature =
    `X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=${date}Z&X-Amz-SignedHeaders=host&X-Amz-Expires=7200` +
    `&X-Amz-Credential=AKIA${upperCaseId(random, 16)}%2F${date.slice(0, 8)}%2F${region}%2Fs3%2Faws4_request` +
    `&X-Amz-Signature=${hexDigits(random, 64)}`;
  return `https://${bucket}.s3.${region}.amazonaws.com/${key}?${signature}`;
}
