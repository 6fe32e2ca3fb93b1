/**
 * What a subscription filter of CloudWatch Logs hands to a function: one text, the Base64 of a gzip of JSON (logs userguide, "Log
 * group-level subscription filters"). It is a real gzip, as AWS's sample is: no time, no name, operating system 0.
 */
import { Deflate } from "pako/lib/deflate.js";
import type { Instant } from "../time/instant.ts";
import { logStreamDate } from "../time/instant.ts";
import { hexDigits } from "../time/random.ts";
import { base64 } from "./base64.ts";
import { contentsOf, textMatching } from "./field-values.ts";
import { type EventContext, type EventSource, type Field, fieldReader } from "./source.ts";
import { digits } from "./stream-sequence.ts";

export interface CloudWatchLogsEvent {
  readonly awslogs: { readonly data: string };
}

/** What `data` holds. */
export interface CloudWatchLogsData {
  /** CONTROL_MESSAGE: CloudWatch Logs asks whether the destination can be reached. */
  readonly messageType: "DATA_MESSAGE" | "CONTROL_MESSAGE";
  readonly owner: string;
  readonly logGroup: string;
  readonly logStream: string;
  readonly subscriptionFilters: readonly string[];
  readonly logEvents: readonly { readonly id: string; readonly timestamp: Instant; readonly message: string }[];
}

const FIELDS: readonly Field[] = [
  { name: "logGroup", label: "로그 그룹", kind: "text", default: "/aws/lambda/orders" },
  { name: "logStream", label: "로그 스트림(비우면 람다의 이름 꼴)", kind: "text", default: "" },
  { name: "filter", label: "구독 필터 이름", kind: "text", default: "errors" },
  { name: "count", label: "로그 이벤트 수", kind: "number", default: "1", least: 1, most: 1000 },
  { name: "message", label: "메시지({n}은 번호가 됨)", kind: "text", default: "ERROR 주문 order-{n}을 저장하지 못했습니다." },
  { name: "messages", label: "이벤트마다 다른 메시지(JSON 배열, 비우면 메시지를 되풀이)", kind: "json", default: "[]" },
  { name: "messageType", label: "메시지 종류", kind: "select", default: "DATA_MESSAGE", options: ["DATA_MESSAGE", "CONTROL_MESSAGE"] },
];

export const cloudwatchLogs: EventSource<CloudWatchLogsEvent> = {
  name: "cloudwatch-logs",
  label: "CloudWatch Logs 구독",
  fields: FIELDS,
  build(values, context) {
    const read = fieldReader(FIELDS, values);
    // logs API, CreateLogGroup and PutSubscriptionFilter.
    const logGroup = textMatching(
      read,
      "logGroup",
      /^[.\-_/#A-Za-z0-9]{1,512}$/,
      "로그 그룹 이름은 영문자, 숫자, . - _ / #로 된 1~512자입니다.",
    );
    const filter = textMatching(read, "filter", /^[^:*]{1,512}$/, "필터 이름은 콜론과 별표 없는 1~512자입니다.");
    const messages = contentsOf(read, { one: "message", many: "messages", count: "count", most: 1000 });
    const data =
      read.text("messageType") === "CONTROL_MESSAGE"
        ? controlMessage(context)
        : dataMessage(context, { logGroup, logStream: read.text("logStream") || lambdaStream(context), filter, messages });
    return { awslogs: { data: base64(gzip(JSON.stringify(data))) } };
  },
};

interface Matched {
  readonly logGroup: string;
  readonly logStream: string;
  readonly filter: string;
  readonly messages: readonly string[];
}

function dataMessage(context: EventContext, { logGroup, logStream, filter, messages }: Matched): CloudWatchLogsData {
  return {
    messageType: "DATA_MESSAGE",
    owner: context.accountId,
    logGroup,
    logStream,
    subscriptionFilters: [filter],
    logEvents: messages.map((message, index) => logEvent(context, message, index)),
  };
}

/** Events keep the order of their ids: AWS's examples have 56 digits, 31953106606966983378809025079804211143289615424298221568. */
function logEvent({ at, random }: EventContext, message: string, index: number): CloudWatchLogsData["logEvents"][number] {
  const timestamp = Math.floor(at);
  const id = `3${String(timestamp).padStart(14, "0")}${String(index).padStart(5, "0")}${digits(random, 36)}`;
  return { id, timestamp, message };
}

/** logs userguide, "Log group-level subscription filters": what it sends to see whether the destination can be reached. */
function controlMessage(context: EventContext): CloudWatchLogsData {
  const message = "CWL CONTROL MESSAGE: Checking health of destination Lambda function.";
  return {
    messageType: "CONTROL_MESSAGE",
    owner: "CloudwatchLogs",
    logGroup: "",
    logStream: "",
    subscriptionFilters: [],
    logEvents: [{ id: "", timestamp: Math.floor(context.at), message }],
  };
}

/** `2026/11/22/[$LATEST]0123456789abcdef0123456789abcdef` */
const lambdaStream = ({ at, random }: EventContext) => `${logStreamDate(at)}/[$LATEST]${hexDigits(random.fork("log stream"), 32)}`;

function gzip(text: string): Uint8Array {
  const deflate = new Deflate({ gzip: true, header: { os: 0 } });
  deflate.push(text, true);
  if (deflate.err !== 0 || typeof deflate.result === "string") throw new Error(`gzip: pako answered ${deflate.err}: ${deflate.msg}`);
  return deflate.result;
}
