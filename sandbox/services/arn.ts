/** The ARN of what a scenario names: an ARN as it is, or `queue:orders`, `topic:alarms`, `bus:default`, `bucket:photos`, `function:next`, `stream:clicks`, `table:orders`. */
import type { Account } from "../scenario.ts";

const FORMS = {
  queue: ["sqs", ""],
  topic: ["sns", ""],
  bus: ["events", "event-bus/"],
  function: ["lambda", "function:"],
  stream: ["kinesis", "stream/"],
  documentdb: ["rds", "cluster:"],
  // Ours: a cluster of one's own has no ARN.
  "self-managed-kafka": ["kafka", "self-managed/"],
} as const;

/** Of clusters and brokers, whose ARNs end with one. */
const CLUSTER_ID = "6f0c2a1e-7d43-4b8a-9c55-2e1b8d0f3a74";

/** Throws where the text is neither: a mistake of the scenario's. */
export function arnOf(named: string, account: Pick<Required<Account>, "Region" | "AccountId">): string {
  if (named.startsWith("arn:")) return named;
  const colon = named.indexOf(":");
  const kind = named.slice(0, colon);
  const name = named.slice(colon + 1);
  if (kind === "bucket") return `arn:aws:s3:::${name}`;
  // A table's stream is named by the instant at which it was switched on.
  if (kind === "table") return `arn:aws:dynamodb:${account.Region}:${account.AccountId}:table/${name}/stream/2026-01-01T00:00:00.000`;
  if (kind === "kafka") return `arn:aws:kafka:${account.Region}:${account.AccountId}:cluster/${name}/${CLUSTER_ID}-2`;
  if (kind === "mq") return `arn:aws:mq:${account.Region}:${account.AccountId}:broker:${name}:b-${CLUSTER_ID}`;
  if (!isKind(kind))
    throw new Error(
      `scenario: ${named} is neither an ARN nor one of queue: topic: bus: bucket: function: stream: table: kafka: self-managed-kafka: mq: documentdb:`,
    );
  const [service, prefix] = FORMS[kind];
  return `arn:aws:${service}:${account.Region}:${account.AccountId}:${prefix}${name}`;
}

const isKind = (kind: string): kind is keyof typeof FORMS => Object.hasOwn(FORMS, kind);
