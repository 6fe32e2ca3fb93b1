/**
 * A batch of DynamoDB Streams. Shape: AWS's page "Process Amazon DynamoDB records with Lambda" and the Record and StreamRecord of
 * DynamoDB Streams' API. Times are whole seconds.
 */
import { hexDigits, type Random } from "../time/random.ts";
import { type AttributeMap, attributeMap, sizeOf } from "./dynamodb-item.ts";
import { commaSeparated, jsonObject, numbered, refused, textMatching } from "./field-values.ts";
import { type EventContext, type EventSource, type Field, type FieldReader, fieldReader } from "./source.ts";

export interface DynamoDBStreamEvent {
  readonly Records: readonly DynamoDBRecord[];
}

const EVENT_NAMES = ["INSERT", "MODIFY", "REMOVE"] as const;
const VIEW_TYPES = ["KEYS_ONLY", "NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES"] as const;

export interface DynamoDBRecord {
  readonly eventID: string;
  readonly eventName: (typeof EVENT_NAMES)[number];
  readonly eventVersion: "1.1";
  readonly eventSource: "aws:dynamodb";
  readonly awsRegion: string;
  /** Only where DynamoDB itself removed an item whose time to live had passed. */
  readonly userIdentity?: { readonly type: "Service"; readonly principalId: "dynamodb.amazonaws.com" };
  readonly dynamodb: {
    readonly ApproximateCreationDateTime: number;
    readonly Keys: AttributeMap;
    readonly NewImage?: AttributeMap;
    readonly OldImage?: AttributeMap;
    readonly SequenceNumber: string;
    readonly SizeBytes: number;
    readonly StreamViewType: (typeof VIEW_TYPES)[number];
  };
  readonly eventSourceARN: string;
}

const FIELDS: readonly Field[] = [
  { name: "table", label: "테이블", kind: "text", default: "orders" },
  { name: "eventName", label: "일어난 일", kind: "select", default: "INSERT", options: EVENT_NAMES },
  { name: "count", label: "레코드 수", kind: "number", default: "1", least: 1, most: 10_000 },
  { name: "keys", label: "키 속성(쉼표로 나눔)", kind: "text", default: "orderId" },
  {
    name: "item",
    label: "항목(JSON 객체, {n}은 레코드 번호가 됨)",
    kind: "json",
    default: '{"orderId":"order-{n}","status":"PLACED","quantity":1}',
  },
  { name: "oldItem", label: "바뀌거나 지워지기 전 항목(JSON 객체, 비우면 항목과 같음)", kind: "json", default: "{}" },
  { name: "viewType", label: "스트림 보기 유형", kind: "select", default: "NEW_AND_OLD_IMAGES", options: VIEW_TYPES },
  { name: "removedBy", label: "지운 쪽", kind: "select", default: "사용자", options: ["사용자", "TTL"] },
];

export const dynamodbStreams: EventSource<DynamoDBStreamEvent> = {
  name: "dynamodb-streams",
  label: "DynamoDB Streams 레코드 배치",
  fields: FIELDS,
  build(values, context) {
    const change = changeOf(fieldReader(FIELDS, values));
    return { Records: Array.from({ length: change.count }, (_, index) => record(context, change, index)) };
  },
};

interface Change {
  readonly table: string;
  readonly eventName: DynamoDBRecord["eventName"];
  readonly viewType: DynamoDBRecord["dynamodb"]["StreamViewType"];
  readonly keys: readonly string[];
  readonly item: AttributeMap;
  readonly oldItem: AttributeMap;
  readonly isByTimeToLive: boolean;
  readonly count: number;
}

function changeOf(read: FieldReader): Change {
  const item = jsonObject(read, "item");
  const old = jsonObject(read, "oldItem");
  const keys = commaSeparated(read.text("keys"));
  if (keys.length < 1 || keys.length > 2) throw refused("keys", "키는 파티션 키 하나, 또는 파티션 키와 정렬 키 둘입니다.");
  for (const key of keys) {
    if (!["string", "number"].includes(typeof item[key])) throw refused("item", `키 속성 ‘${key}’의 값이 문자열이나 숫자로 있어야 합니다.`);
  }
  return {
    // DynamoDB API, CreateTable.
    table: textMatching(read, "table", /^[a-zA-Z0-9_.-]{3,255}$/, "테이블 이름은 영문자, 숫자, 점, 붙임표, 밑줄로 된 3~255자입니다."),
    eventName: EVENT_NAMES.find((name) => name === read.text("eventName")) ?? "INSERT",
    viewType: VIEW_TYPES.find((type) => type === read.text("viewType")) ?? "NEW_AND_OLD_IMAGES",
    keys,
    item: attributeMap(item),
    // An item's keys never change.
    oldItem: attributeMap({ ...item, ...old, ...Object.fromEntries(keys.map((key) => [key, item[key]])) }),
    isByTimeToLive: read.text("removedBy") === "TTL",
    count: read.number("count"),
  };
}

function record(context: EventContext, change: Change, index: number): DynamoDBRecord {
  const { at, random, region, accountId } = context;
  const images = imagesOf(change, index);
  const keys = Object.fromEntries(Object.entries(withNumber(change.item, index)).filter(([name]) => change.keys.includes(name)));
  return {
    eventID: hexDigits(random, 32),
    eventName: change.eventName,
    eventVersion: "1.1",
    eventSource: "aws:dynamodb",
    awsRegion: region,
    ...(change.isByTimeToLive &&
      change.eventName === "REMOVE" && { userIdentity: { type: "Service", principalId: "dynamodb.amazonaws.com" } }),
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(at / 1000),
      Keys: keys,
      ...images,
      SequenceNumber: sequenceNumber(random, at, index),
      SizeBytes: sizeOf(keys) + sizeOf(images.NewImage ?? {}) + sizeOf(images.OldImage ?? {}),
      StreamViewType: change.viewType,
    },
    // A stream is named after the moment at which it was turned on.
    eventSourceARN: `arn:aws:dynamodb:${region}:${accountId}:table/${change.table}/stream/2026-01-15T09:00:00.000`,
  };
}

/** A new item has no old image and a removed one no new image, whatever the view type. */
function imagesOf(
  { eventName, viewType, item, oldItem }: Change,
  index: number,
): Pick<DynamoDBRecord["dynamodb"], "NewImage" | "OldImage"> {
  const hasNew = eventName !== "REMOVE" && viewType !== "KEYS_ONLY" && viewType !== "OLD_IMAGE";
  const hasOld = eventName !== "INSERT" && viewType !== "KEYS_ONLY" && viewType !== "NEW_IMAGE";
  return {
    ...(hasNew && { NewImage: withNumber(item, index) }),
    ...(hasOld && { OldImage: withNumber(oldItem, index) }),
  };
}

/** {n} in the item's own texts. */
function withNumber(item: AttributeMap, index: number): AttributeMap {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, "S" in value ? { S: numbered(value.S, index) } : value]));
}

/** Twenty-eight digits that grow from record to record, as in AWS's example 4421584500000000017450439091. */
function sequenceNumber(random: Random, at: number, index: number): string {
  const moment = String(Math.floor(at)).padStart(14, "0");
  return `4${moment}${String(index).padStart(5, "0")}${String(random.next() % 100_000_000).padStart(8, "0")}`;
}
