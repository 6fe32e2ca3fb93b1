/** Every place of a scenario that names something of it, and what is there to be named. */
import type { Scenario, Stimulus } from "../scenario.ts";
import type { BrokerDefinition } from "../services/broker.ts";

export type Kind = "function" | "queue" | "topic" | "stream" | "table" | "bucket" | "bus" | BrokerKind;

/** By what a mapping names it. */
type BrokerKind = "kafka" | "self-managed-kafka" | "mq" | "documentdb";

export interface Named {
  readonly path: PropertyKey[];
  /** `queue:orders`, an ARN, or, where `bare` says so, a name alone. */
  readonly name: string;
  readonly kinds: readonly Kind[];
  /** The name is bare and of this kind. */
  readonly bare?: Kind;
}

const KOREAN: Readonly<Record<Kind, string>> = {
  function: "함수",
  queue: "큐",
  topic: "주제",
  stream: "스트림",
  table: "테이블",
  bucket: "버킷",
  bus: "이벤트 버스",
  kafka: "Kafka 클러스터",
  "self-managed-kafka": "Kafka 클러스터",
  mq: "브로커",
  documentdb: "DocumentDB 클러스터",
};

const BROKER_KINDS: Readonly<Record<BrokerDefinition["type"], BrokerKind>> = {
  msk: "kafka",
  "self-managed-kafka": "self-managed-kafka",
  activemq: "mq",
  rabbitmq: "mq",
  documentdb: "documentdb",
};

export function namesOf(scenario: Scenario, kind: Kind): readonly string[] {
  switch (kind) {
    case "function":
      return scenario.functions.map(({ FunctionName }) => FunctionName);
    case "queue":
      return (scenario.queues ?? []).map(({ QueueName }) => QueueName);
    case "topic":
      return (scenario.topics ?? []).map(({ TopicName }) => TopicName);
    case "stream":
      return (scenario.streams ?? []).map(({ StreamName }) => StreamName);
    case "table":
      return (scenario.tables ?? []).map(({ TableName }) => TableName);
    case "bucket":
      return (scenario.buckets ?? []).map(({ BucketName }) => BucketName);
    case "kafka":
    case "self-managed-kafka":
    case "mq":
    case "documentdb":
      return (scenario.brokers ?? []).filter(({ type }) => BROKER_KINDS[type] === kind).map(({ BrokerName }) => BrokerName);
    case "bus":
      return [
        "default",
        ...new Set((scenario.rules ?? []).flatMap(({ EventBusName }) => (EventBusName === undefined ? [] : [EventBusName]))),
      ];
  }
}

/** What is wrong with a name: undefined where it names something that is there, or is an ARN, which may be of another account. */
export function problemOf(scenario: Scenario, { name, kinds, bare }: Named): string | undefined {
  // A mapping of Kafka may also give up its records to a topic.
  if (name.startsWith("arn:") || name.startsWith("kafka://")) return undefined;
  const colon = name.indexOf(":");
  const kind = colon < 0 ? bare : kinds.find((one) => one === name.slice(0, colon));
  if (kind === undefined) return `${kinds.map((one) => `${one}:이름`).join(", ")} 꼴이거나 ARN이어야 합니다. 받은 값: ${name}`;
  // function:orders:live names an alias too.
  const wanted = (colon < 0 ? name : name.slice(colon + 1)).split(":")[0] ?? "";
  const there = namesOf(scenario, kind);
  if (there.includes(wanted)) return undefined;
  return `시나리오에 없는 ${KOREAN[kind]}입니다: ${wanted}. 있는 ${KOREAN[kind]}: ${there.join(", ") || "없음"}.`;
}

export function namedIn(scenario: Scenario): readonly Named[] {
  return [...inFunctions(scenario), ...inNeighbours(scenario), ...inStimuli(scenario)];
}

const SOURCES: readonly Kind[] = ["queue", "stream", "table", "kafka", "self-managed-kafka", "mq", "documentdb"];
const DESTINATIONS: readonly Kind[] = ["queue", "topic", "function", "bus", "bucket"];

function inFunctions({ functions }: Scenario): readonly Named[] {
  return functions.flatMap(({ DeadLetterConfig, EventInvokeConfig }, index): Named[] => [
    ...(DeadLetterConfig === undefined
      ? []
      : [named(["functions", index, "DeadLetterConfig", "TargetArn"], DeadLetterConfig.TargetArn, ["queue", "topic"], "queue")]),
    ...destinations(["functions", index, "EventInvokeConfig"], EventInvokeConfig),
  ]);
}

function destinations(path: PropertyKey[], config: Scenario["functions"][number]["EventInvokeConfig"]): readonly Named[] {
  const { OnSuccess, OnFailure } = config?.DestinationConfig ?? {};
  const at = (key: string) => [...path, "DestinationConfig", key, "Destination"];
  return [
    ...(OnSuccess === undefined ? [] : [named(at("OnSuccess"), OnSuccess.Destination, DESTINATIONS)]),
    ...(OnFailure === undefined ? [] : [named(at("OnFailure"), OnFailure.Destination, DESTINATIONS)]),
  ];
}

function inNeighbours({ queues = [], topics = [], buckets = [], rules = [], frontEnds = [], eventSourceMappings = [] }: Scenario) {
  return [
    ...queues.flatMap(({ RedrivePolicy }, index) =>
      RedrivePolicy === undefined
        ? []
        : [named(["queues", index, "RedrivePolicy", "deadLetterTargetArn"], RedrivePolicy.deadLetterTargetArn, ["queue"], "queue")],
    ),
    ...topics.flatMap(({ Subscriptions = [] }, index) =>
      Subscriptions.map(({ Protocol, Endpoint }, place) => {
        const kind = Protocol === "sqs" ? "queue" : "function";
        return named(["topics", index, "Subscriptions", place, "Endpoint"], Endpoint, [kind], kind);
      }),
    ),
    ...buckets.flatMap(({ Notifications = [] }, index) =>
      Notifications.map(({ Target }, place) =>
        named(["buckets", index, "Notifications", place, "Target"], Target, ["function", "queue", "topic", "bus"]),
      ),
    ),
    ...rules.flatMap(({ Targets }, index) =>
      Targets.map(({ Arn }, place) =>
        named(["rules", index, "Targets", place, "Arn"], Arn, ["function", "queue", "topic", "stream", "bus"]),
      ),
    ),
    ...frontEnds.flatMap((frontEnd, index) =>
      frontEnd.type === "alb"
        ? [bare(["frontEnds", index, "FunctionName"], frontEnd.FunctionName, "function")]
        : frontEnd.routes.map(({ FunctionName }, place) =>
            bare(["frontEnds", index, "routes", place, "FunctionName"], FunctionName, "function"),
          ),
    ),
    ...eventSourceMappings.flatMap(({ FunctionName, EventSourceArn, DestinationConfig }, index) => [
      bare(["eventSourceMappings", index, "FunctionName"], FunctionName, "function"),
      named(["eventSourceMappings", index, "EventSourceArn"], EventSourceArn, SOURCES),
      ...destinations(["eventSourceMappings", index], DestinationConfig && { DestinationConfig }),
    ]),
  ];
}

function inStimuli({ stimuli }: Scenario): readonly Named[] {
  // What it creates exists from then on; before that, a request for it is refused, and that refusal is an outcome.
  const created = new Set(stimuli.flatMap((one) => (one.type === "createFunction" ? [one.definition.FunctionName] : [])));
  const all = stimuli.flatMap((stimulus, index) => inStimulus(stimulus, ["stimuli", index]));
  return all.filter(({ bare: kind, name }) => kind !== "function" || !created.has(name));
}

const BARE = [
  ["FunctionName", "function"],
  ["QueueName", "queue"],
  ["TopicName", "topic"],
  ["StreamName", "stream"],
  ["TableName", "table"],
  ["BucketName", "bucket"],
] as const;

function inStimulus(stimulus: Stimulus, path: PropertyKey[]): readonly Named[] {
  if (stimulus.type === "traffic") {
    return [
      ...inStimulus(stimulus.send, [...path, "send"]),
      ...(stimulus.during ?? []).flatMap(({ change }, index) => inStimulus(change, [...path, "during", index, "change"])),
    ];
  }
  const config = stimulus.type === "putEventInvokeConfig" ? stimulus.EventInvokeConfig : undefined;
  // Each key of the table holds text in every stimulus that has it.
  const values = stimulus as Partial<Record<(typeof BARE)[number][0], string>>;
  return [
    ...BARE.flatMap(([key, kind]) => (values[key] === undefined ? [] : [bare([...path, key], values[key], kind)])),
    ...destinations([...path, "EventInvokeConfig"], config),
  ];
}

const bare = (path: PropertyKey[], name: string, kind: Kind): Named => ({ path, name, kinds: [kind], bare: kind });

function named(path: PropertyKey[], name: string, kinds: readonly Kind[], alone?: Kind): Named {
  return { path, name, kinds, ...(alone !== undefined && { bare: alone }) };
}
