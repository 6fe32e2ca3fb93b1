/**
 * What every Lambda trigger of a Cognito user pool has in common: cognito developerguide, "Customizing user pool workflows with
 * Lambda triggers". The function answers with the same event, its `response` filled in. Keys, their order and the nulls: events
 * that functions logged between 2017 and 2025.
 */
import { type Random, uuid } from "../../time/random.ts";
import { jsonTexts, textMatching } from "../field-values.ts";
import { lowerCaseId, mixedCaseId } from "../identifiers.ts";
import { type EventContext, type EventSource, type Field, type FieldReader, fieldReader } from "../source.ts";

export interface CognitoEvent<Trigger extends string, Request, Response, Version extends string = "1"> {
  readonly version: Version;
  readonly region: string;
  readonly userPoolId: string;
  readonly userName: string;
  readonly callerContext: { readonly awsSdkVersion: string; readonly clientId: string };
  readonly triggerSource: Trigger;
  readonly request: Request;
  readonly response: Response;
}

export type Attributes = Readonly<Record<string, string>>;

/** Only where the app gave some. */
export interface WithClientMetadata {
  readonly clientMetadata?: Attributes;
}

interface Trigger<Source extends string, Request, Response, Version extends string> {
  /** After `cognito-`. */
  readonly name: string;
  readonly label: string;
  readonly sources: readonly [Source, ...Source[]];
  readonly fields?: readonly Field[];
  /** Where the event names its trigger source: observed to differ from trigger to trigger. */
  readonly namesSource: "after version" | "before request";
  build(
    read: FieldReader,
    user: User,
    source: Source,
  ): { readonly version: Version; readonly request: Request; readonly response: Response };
}

/** Of the user whom the event is about. */
export interface User {
  readonly name: string;
  readonly context: EventContext;
  /** What the app or the user's entry says, without what Cognito adds. */
  readonly written: Attributes;
  readonly clientMetadata: WithClientMetadata;
}

export function cognitoSource<Source extends string, Request, Response, Version extends string>(
  trigger: Trigger<Source, Request, Response, Version>,
): EventSource<CognitoEvent<Source, Request, Response, Version>> {
  const { sources } = trigger;
  const fields: readonly Field[] = [
    { name: "triggerSource", label: "부른 까닭(triggerSource)", kind: "select", default: sources[0], options: sources },
    { name: "user", label: "사용자 이름", kind: "text", default: "minji" },
    { name: "attributes", label: "사용자 속성(JSON 객체)", kind: "json", default: '{"email":"minji@example.com"}' },
    { name: "clientMetadata", label: "앱이 넘긴 메타데이터(JSON 객체)", kind: "json", default: "{}" },
    ...(trigger.fields ?? []),
  ];
  return {
    name: `cognito-${trigger.name}`,
    label: `Cognito 사용자 풀: ${trigger.label}`,
    fields,
    build(values, context) {
      const read = fieldReader(fields, values);
      const user = userOf(read, context);
      const source = sources.find((each) => each === read.text("triggerSource")) ?? sources[0];
      const { version, request, response } = trigger.build(read, user, source);
      const pool = poolOf(context, user.name);
      return trigger.namesSource === "after version"
        ? { version, triggerSource: source, ...pool, request, response }
        : { version, ...pool, triggerSource: source, request, response };
    },
  };
}

/** The attributes of a user whom the pool knows: Cognito's own, then the written ones. */
export function knownAttributes(
  { name, context, written }: User,
  status: "CONFIRMED" | "UNCONFIRMED" | "FORCE_CHANGE_PASSWORD" = "CONFIRMED",
): Attributes {
  const isVerified = status === "CONFIRMED" && "email" in written;
  return { sub: subOf(context.random, name), "cognito:user_status": status, ...(isVerified && { email_verified: "true" }), ...written };
}

function userOf(read: FieldReader, context: EventContext): User {
  const metadata = jsonTexts(read, "clientMetadata");
  return {
    // cognito-idp API, UsernameType.
    name: textMatching(read, "user", /^\S{1,128}$/, "사용자 이름은 빈칸 없는 1~128자입니다."),
    context,
    written: jsonTexts(read, "attributes"),
    clientMetadata: Object.keys(metadata).length === 0 ? {} : { clientMetadata: metadata },
  };
}

function poolOf({ random, region }: EventContext, userName: string) {
  return {
    region,
    userPoolId: `${region}_${mixedCaseId(random.fork("user pool"), 9)}`,
    userName,
    callerContext: { awsSdkVersion: "aws-sdk-unknown-unknown", clientId: lowerCaseId(random.fork("app client"), 26) },
  };
}

/** A user keeps the id from event to event. */
const subOf = (random: Random, name: string) => uuid(random.fork(`user ${name}`));
