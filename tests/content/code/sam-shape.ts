/**
 * AWS SAM's own resources. The CDK's database knows an older SAM, so what has come since is written here, from AWS's specification
 * (https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-resources-and-properties.html,
 * November 2026). What SAM hands on to CloudFormation as it is has CloudFormation's shape.
 */
import { awsValues } from "./aws-model.ts";
import { POLICY } from "./policy-shape.ts";
import { type Fields, type ResourceShape, resourceShape, type Shape } from "./template-shape.ts";

const TEXT: Shape = { kind: "text" };
const NUMBER: Shape = { kind: "number" };
const FLAG: Shape = { kind: "flag" };
const ANY: Shape = { kind: "any" };
/** Of Lambda's API. */
const lambda = (name: string): Shape => ({ kind: "value", among: () => awsValues("lambda", name) });
const TEXTS: Shape = { kind: "list", of: TEXT };

const object = (required: Readonly<Record<string, Shape>>, optional: Readonly<Record<string, Shape>> = {}): Shape => ({
  kind: "object",
  fields: () => ({ ...fields(required, true), ...fields(optional, false) }),
});

const fields = (shapes: Readonly<Record<string, Shape>>, isRequired: boolean): Fields =>
  Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, { shape, isRequired }]));

/** The shapes of a CloudFormation resource's properties, for those that SAM hands on. */
function handedOn(type: string, ...names: readonly string[]): Readonly<Record<string, Shape>> {
  const properties = resourceShape(type)?.properties ?? {};
  return Object.fromEntries(
    names.map((name) => {
      const field = properties[name];
      if (field === undefined) throw new Error(`${type} has no ${name}`);
      return [name, field.shape];
    }),
  );
}

/** Undefined where `type` is none of SAM's. */
export function samShape(type: string): ResourceShape | undefined {
  const older = resourceShape(type)?.properties ?? {};
  switch (type) {
    case "AWS::Serverless::Function":
      return { properties: { ...older, ...fields(functionProperties(), false) }, attributes: attributesOf("AWS::Lambda::Function") };
    case "AWS::Serverless::LayerVersion":
      return {
        properties: {
          ...older,
          ...fields(
            {
              CompatibleRuntimes: { kind: "list", of: lambda("Runtime") },
              CompatibleArchitectures: { kind: "list", of: lambda("Architecture") },
              PublishLambdaVersion: FLAG,
            },
            false,
          ),
        },
        attributes: attributesOf("AWS::Lambda::LayerVersion"),
      };
    case "AWS::Serverless::HttpApi":
      return {
        properties: { ...older, ...fields({ Name: TEXT, PropagateTags: FLAG }, false) },
        attributes: attributesOf("AWS::ApiGatewayV2::Api"),
      };
    case "AWS::Serverless::Api":
      return { properties: older, attributes: attributesOf("AWS::ApiGateway::RestApi") };
    case "AWS::Serverless::SimpleTable":
      return {
        properties: { ...older, ...fields({ PointInTimeRecoverySpecification: ANY }, false) },
        attributes: attributesOf("AWS::DynamoDB::Table"),
      };
    case "AWS::Serverless::StateMachine":
      return { properties: older, attributes: attributesOf("AWS::StepFunctions::StateMachine") };
    default:
      return undefined;
  }
}

const attributesOf = (type: string) => resourceShape(type)?.attributes ?? [];

function functionProperties(): Readonly<Record<string, Shape>> {
  return {
    ...handedOn(
      "AWS::Lambda::Function",
      "MemorySize",
      "Timeout",
      "CapacityProviderConfig",
      "DurableConfig",
      "LoggingConfig",
      "RecursiveLoop",
      "RuntimeManagementConfig",
      "SnapStart",
      "TenancyConfig",
    ),
    Runtime: lambda("Runtime"),
    Architectures: { kind: "list", of: lambda("Architecture") },
    PackageType: lambda("PackageType"),
    AutoPublishAliasAllProperties: FLAG,
    PropagateTags: FLAG,
    PublishToLatestPublished: FLAG,
    RolePath: TEXT,
    SourceKMSKeyArn: TEXT,
    VersionDeletionPolicy: TEXT,
    DeadLetterQueue: object({ Type: TEXT, TargetArn: TEXT }),
    DeploymentPreference: object(
      {},
      {
        Alarms: ANY,
        Enabled: FLAG,
        Hooks: object({}, { PreTraffic: TEXT, PostTraffic: TEXT }),
        PassthroughCondition: FLAG,
        Role: TEXT,
        TriggerConfigurations: ANY,
        Type: TEXT,
      },
    ),
    EventInvokeConfig: object(
      {},
      {
        ...handedOn("AWS::Lambda::EventInvokeConfig", "MaximumEventAgeInSeconds", "MaximumRetryAttempts"),
        DestinationConfig: object({}, { OnFailure: DESTINATION, OnSuccess: DESTINATION }),
      },
    ),
    FunctionUrlConfig: object(
      { AuthType: lambda("FunctionUrlAuthType") },
      { ...handedOn("AWS::Lambda::Url", "Cors"), InvokeMode: lambda("InvokeMode") },
    ),
    Policies: {
      kind: "either",
      of: [TEXT, POLICY, { kind: "list", of: { kind: "either", of: [TEXT, POLICY, policyTemplate()] } }],
    },
    Events: { kind: "map", of: EVENT },
  };
}

const DESTINATION = object({ Type: TEXT }, { Destination: TEXT });

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-templates.html: each with what it needs. */
const POLICY_TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  AWSSecretsManagerGetSecretValuePolicy: ["SecretArn"],
  CloudWatchPutMetricPolicy: [],
  DynamoDBCrudPolicy: ["TableName"],
  DynamoDBReadPolicy: ["TableName"],
  DynamoDBReconfigurePolicy: ["TableName"],
  DynamoDBStreamReadPolicy: ["TableName", "StreamName"],
  DynamoDBWritePolicy: ["TableName"],
  EventBridgePutEventsPolicy: ["EventBusName"],
  FilterLogEventsPolicy: ["LogGroupName"],
  KMSDecryptPolicy: ["KeyId"],
  KMSEncryptPolicy: ["KeyId"],
  KinesisStreamReadPolicy: ["StreamName"],
  LambdaInvokePolicy: ["FunctionName"],
  S3CrudPolicy: ["BucketName"],
  S3FullAccessPolicy: ["BucketName"],
  S3ReadPolicy: ["BucketName"],
  S3WritePolicy: ["BucketName"],
  SNSPublishMessagePolicy: ["TopicName"],
  SQSPollerPolicy: ["QueueName"],
  SQSSendMessagePolicy: ["QueueName"],
  SSMParameterReadPolicy: ["ParameterName"],
  StepFunctionsExecutionPolicy: ["StateMachineName"],
  VPCAccessPolicy: [],
};

function policyTemplate(): Shape {
  const known = Object.entries(POLICY_TEMPLATES).map(([name, needs]) => [
    name,
    object(Object.fromEntries(needs.map((need) => [need, TEXT]))),
  ]);
  return object({}, Object.fromEntries(known));
}

/** By `Type`; what each takes under `Properties`. */
export function eventProperties(type: string): Shape | undefined {
  return EVENTS[type]?.();
}

export const eventTypes = (): readonly string[] => Object.keys(EVENTS);

const EVENT = object({ Type: TEXT }, { Properties: ANY });

const RESPONSE_TYPES: Shape = { kind: "list", of: lambda("FunctionResponseType") };

/** What SAM hands on to every AWS::Lambda::EventSourceMapping. */
const mapping = (...names: readonly string[]) =>
  handedOn("AWS::Lambda::EventSourceMapping", "BatchSize", "Enabled", "FilterCriteria", "KmsKeyArn", ...names);
const ofStreams = () => ({
  ...mapping("BisectBatchOnFunctionError", "MaximumBatchingWindowInSeconds", "MaximumRecordAgeInSeconds"),
  ...mapping("MaximumRetryAttempts", "MetricsConfig", "ParallelizationFactor", "StartingPositionTimestamp", "TumblingWindowInSeconds"),
  FunctionResponseTypes: RESPONSE_TYPES,
  DestinationConfig: object({ OnFailure: DESTINATION }),
});

const EVENTS: Readonly<Record<string, () => Shape>> = {
  Api: () =>
    object(
      { Path: TEXT, Method: TEXT },
      { Auth: ANY, RequestModel: ANY, RequestParameters: ANY, ResponseTransferMode: TEXT, RestApiId: TEXT, TimeoutInMillis: NUMBER },
    ),
  HttpApi: () =>
    object(
      {},
      { ApiId: TEXT, Auth: ANY, Method: TEXT, Path: TEXT, PayloadFormatVersion: TEXT, RouteSettings: ANY, TimeoutInMillis: NUMBER },
    ),
  CloudWatchLogs: () => object({ LogGroupName: TEXT, FilterPattern: TEXT }),
  DynamoDB: () => object({ Stream: TEXT, StartingPosition: lambda("EventSourcePosition") }, ofStreams()),
  Kinesis: () => object({ Stream: TEXT, StartingPosition: lambda("EventSourcePosition") }, ofStreams()),
  EventBridgeRule: () =>
    object(
      { Pattern: ANY },
      {
        DeadLetterConfig: ANY,
        EventBusName: TEXT,
        Input: TEXT,
        InputPath: TEXT,
        InputTransformer: ANY,
        RetryPolicy: ANY,
        RuleName: TEXT,
        State: TEXT,
        Target: ANY,
      },
    ),
  S3: () =>
    object(
      { Bucket: TEXT, Events: { kind: "either", of: [TEXT, TEXTS] } },
      { Filter: object({ S3Key: object({ Rules: { kind: "list", of: object({ Name: TEXT, Value: TEXT }) } }) }) },
    ),
  SNS: () =>
    object({ Topic: TEXT }, { FilterPolicy: ANY, FilterPolicyScope: TEXT, RedrivePolicy: ANY, Region: TEXT, SqsSubscription: ANY }),
  SQS: () =>
    object(
      { Queue: TEXT },
      {
        ...mapping("MaximumBatchingWindowInSeconds", "MetricsConfig", "ProvisionedPollerConfig", "ScalingConfig"),
        FunctionResponseTypes: RESPONSE_TYPES,
      },
    ),
  Schedule: () =>
    object(
      {},
      {
        DeadLetterConfig: ANY,
        Description: TEXT,
        Enabled: FLAG,
        Input: TEXT,
        Name: TEXT,
        RetryPolicy: ANY,
        RoleArn: TEXT,
        Schedule: TEXT,
        State: TEXT,
        Target: ANY,
      },
    ),
  ScheduleV2: () =>
    object(
      { ScheduleExpression: TEXT },
      {
        ...handedOn(
          "AWS::Scheduler::Schedule",
          "Description",
          "EndDate",
          "FlexibleTimeWindow",
          "GroupName",
          "KmsKeyArn",
          "Name",
          "ScheduleExpressionTimezone",
        ),
        ...handedOn("AWS::Scheduler::Schedule", "StartDate", "State"),
        DeadLetterConfig: ANY,
        Input: TEXT,
        OmitName: FLAG,
        PermissionsBoundary: TEXT,
        RetryPolicy: ANY,
        RoleArn: TEXT,
      },
    ),
};
