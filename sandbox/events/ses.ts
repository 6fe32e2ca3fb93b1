/**
 * What a receipt rule of SES hands to a function: ses dg, "Contents of notifications for Amazon SES email receiving" and the
 * example in "Invoke Lambda function action". The mail's body is not in it: an S3 action stores that.
 */
import { isoTime } from "../time/instant.ts";
import { commaSeparated, functionNameOf, refused, textMatching } from "./field-values.ts";
import { lowerCaseId, mixedCaseId } from "./identifiers.ts";
import { type EventContext, type EventSource, type Field, type FieldReader, fieldReader } from "./source.ts";

export interface SESEvent {
  readonly Records: readonly {
    readonly eventVersion: "1.0";
    readonly ses: { readonly mail: SESMail; readonly receipt: SESReceipt };
    readonly eventSource: "aws:ses";
  }[];
}

export interface SESMail {
  readonly commonHeaders: {
    readonly from: readonly string[];
    readonly to: readonly string[];
    readonly returnPath: string;
    readonly messageId: string;
    readonly date: string;
    readonly subject: string;
  };
  readonly source: string;
  readonly timestamp: string;
  readonly destination: readonly string[];
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly headersTruncated: boolean;
  readonly messageId: string;
}

const VERDICTS = ["PASS", "FAIL", "GRAY", "PROCESSING_FAILED"] as const;

interface Verdict {
  readonly status: (typeof VERDICTS)[number];
}

export interface SESReceipt {
  readonly recipients: readonly string[];
  readonly timestamp: string;
  readonly spamVerdict: Verdict;
  readonly dkimVerdict: Verdict;
  readonly dmarcVerdict: Verdict;
  /** What the sender's domain asks to be done; only where the DMARC verdict is FAIL. */
  readonly dmarcPolicy?: "reject";
  readonly processingTimeMillis: number;
  readonly action: { readonly type: "Lambda"; readonly invocationType: "Event" | "RequestResponse"; readonly functionArn: string };
  readonly spfVerdict: Verdict;
  readonly virusVerdict: Verdict;
}

const verdictField = (name: string, label: string): Field => ({ name, label, kind: "select", default: "PASS", options: VERDICTS });

const FIELDS: readonly Field[] = [
  { name: "from", label: "보낸 사람", kind: "text", default: "Minji Kim <minji@example.com>" },
  { name: "to", label: "받는 사람(쉼표로 나눔)", kind: "text", default: "orders@example.net" },
  { name: "subject", label: "제목", kind: "text", default: "주문 문의" },
  { name: "functionName", label: "함수 이름", kind: "text", default: "receive-mail" },
  { name: "invocationType", label: "호출 방식", kind: "select", default: "Event", options: ["Event", "RequestResponse"] },
  verdictField("spam", "스팸 판정"),
  verdictField("virus", "바이러스 판정"),
  verdictField("spf", "SPF 판정"),
  verdictField("dkim", "DKIM 판정"),
  verdictField("dmarc", "DMARC 판정"),
];

export const ses: EventSource<SESEvent> = {
  name: "ses",
  label: "SES로 받은 메일",
  fields: FIELDS,
  build(values, context) {
    const read = fieldReader(FIELDS, values);
    const mail = mailOf(context, read);
    return {
      Records: [{ eventVersion: "1.0", ses: { mail, receipt: receiptOf(context, read, mail.destination) }, eventSource: "aws:ses" }],
    };
  },
};

function mailOf(context: EventContext, read: FieldReader): SESMail {
  const { at, random, region } = context;
  const from = textMatching(
    read,
    "from",
    /^([^<>]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/,
    "메일 주소, 또는 ‘이름 <메일 주소>’ 꼴이어야 합니다.",
  );
  const source = /<(.+)>/.exec(from)?.[1] ?? from;
  const to = commaSeparated(read.text("to"));
  if (to.length === 0 || !to.every((address) => /^[^<>@\s]+@[^<>@\s]+$/.test(address)))
    throw refused("to", "메일 주소를 쉼표로 나누어 적으세요.");
  const subject = read.text("subject");
  const messageId = lowerCaseId(random, 40);
  const header = { messageId: `<${mixedCaseId(random, 32)}@${source.split("@")[1]}>`, date: mailDate(context) };
  return {
    commonHeaders: { from: [from], to, returnPath: source, ...header, subject },
    source,
    timestamp: isoTime(at),
    destination: to,
    headers: [
      { name: "Return-Path", value: `<${source}>` },
      { name: "Received", value: receivedBy(context, region, messageId, to[0] ?? "") },
      { name: "MIME-Version", value: "1.0" },
      { name: "From", value: from },
      { name: "Date", value: header.date },
      { name: "Message-ID", value: header.messageId },
      { name: "Subject", value: subject },
      { name: "To", value: to.join(", ") },
      { name: "Content-Type", value: "text/plain; charset=UTF-8" },
    ],
    headersTruncated: false,
    messageId,
  };
}

const receivedBy = (context: EventContext, region: string, messageId: string, recipient: string) =>
  `from mail.example.com (mail.example.com [203.0.113.10]) by inbound-smtp.${region}.amazonaws.com with SMTP id ${messageId} ` +
  `for ${recipient}; ${mailDate(context)} (UTC)`;

function receiptOf({ at, region, accountId }: EventContext, read: FieldReader, recipients: readonly string[]): SESReceipt {
  const verdict = (field: string): Verdict => ({ status: VERDICTS.find((each) => each === read.text(field)) ?? "PASS" });
  const dmarcVerdict = verdict("dmarc");
  return {
    recipients,
    timestamp: isoTime(at),
    spamVerdict: verdict("spam"),
    dkimVerdict: verdict("dkim"),
    dmarcVerdict,
    ...(dmarcVerdict.status === "FAIL" && { dmarcPolicy: "reject" }),
    processingTimeMillis: 574,
    action: {
      type: "Lambda",
      invocationType: read.text("invocationType") === "Event" ? "Event" : "RequestResponse",
      functionArn: `arn:aws:lambda:${region}:${accountId}:function:${functionNameOf(read)}`,
    },
    spfVerdict: verdict("spf"),
    virusVerdict: verdict("virus"),
  };
}

/** `Sun, 22 Nov 2026 07:00:00 +0000` (RFC 5322 §3.3) */
const mailDate = ({ at }: EventContext) => new Date(Math.floor(at)).toUTCString().replace("GMT", "+0000");
