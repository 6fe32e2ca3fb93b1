/** What a trigger of a CodeCommit repository hands to a function: lambda dg, "Using AWS Lambda with AWS CodeCommit". */
import { isoTime } from "../time/instant.ts";
import { hexDigits, uuid } from "../time/random.ts";
import { textMatching, userNameOf } from "./field-values.ts";
import { type EventContext, type EventSource, type Field, type FieldReader, fieldReader } from "./source.ts";

export interface CodeCommitEvent {
  readonly Records: readonly CodeCommitRecord[];
}

export interface CodeCommitRecord {
  readonly awsRegion: string;
  readonly codecommit: {
    readonly references: readonly { readonly commit: string; readonly created?: true; readonly deleted?: true; readonly ref: string }[];
  };
  readonly customData?: string;
  readonly eventId: string;
  readonly eventName: "ReferenceChanges";
  readonly eventPartNumber: 1;
  readonly eventSource: "aws:codecommit";
  readonly eventSourceARN: string;
  /** `2026-11-22T07:00:00.214+0000` */
  readonly eventTime: string;
  readonly eventTotalParts: 1;
  readonly eventTriggerConfigId: string;
  readonly eventTriggerName: string;
  readonly eventVersion: "1.0";
  readonly userIdentityARN: string;
}

const FIELDS: readonly Field[] = [
  { name: "repository", label: "저장소", kind: "text", default: "orders" },
  { name: "ref", label: "브랜치나 태그(ref)", kind: "text", default: "refs/heads/main" },
  { name: "change", label: "일어난 일", kind: "select", default: "커밋", options: ["커밋", "만듦", "지움"] },
  { name: "trigger", label: "트리거 이름", kind: "text", default: "on-push" },
  { name: "customData", label: "트리거의 사용자 지정 데이터", kind: "text", default: "" },
  { name: "user", label: "IAM 사용자", kind: "text", default: "minji" },
];

export const codecommit: EventSource<CodeCommitEvent> = {
  name: "codecommit",
  label: "CodeCommit 트리거",
  fields: FIELDS,
  build(values, context) {
    return { Records: [record(context, fieldReader(FIELDS, values))] };
  },
};

function record({ at, random, region, accountId }: EventContext, read: FieldReader): CodeCommitRecord {
  // codecommit API, CreateRepository.
  const repository = textMatching(
    read,
    "repository",
    /^[\w.-]{1,100}$/,
    "저장소 이름은 영문자, 숫자, 점, 붙임표, 밑줄로 된 1~100자입니다.",
  );
  const ref = textMatching(read, "ref", /^refs\/(heads|tags)\/\S+$/, "refs/heads/브랜치, 또는 refs/tags/태그 꼴이어야 합니다.");
  const change = read.text("change");
  const customData = read.text("customData");
  return {
    awsRegion: region,
    codecommit: {
      references: [
        { commit: hexDigits(random, 40), ...(change === "만듦" && { created: true }), ...(change === "지움" && { deleted: true }), ref },
      ],
    },
    ...(customData !== "" && { customData }),
    eventId: uuid(random),
    eventName: "ReferenceChanges",
    eventPartNumber: 1,
    eventSource: "aws:codecommit",
    eventSourceARN: `arn:aws:codecommit:${region}:${accountId}:${repository}`,
    eventTime: isoTime(at).replace("Z", "+0000"),
    eventTotalParts: 1,
    eventTriggerConfigId: uuid(random.fork("trigger")),
    eventTriggerName: read.text("trigger"),
    eventVersion: "1.0",
    userIdentityARN: `arn:aws:iam::${accountId}:user/${userNameOf(read)}`,
  };
}
