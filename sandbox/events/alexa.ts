/**
 * What Alexa sends to the function of a custom skill: Alexa Skills Kit, "Request and Response JSON Reference". @types/aws-lambda
 * has no type for it; the shape is that of the Lambda console's and SAM CLI's samples.
 */
import { uuid } from "../time/random.ts";
import { wholeSecond } from "./event-bridge-envelope.ts";
import { jsonTexts, textMatching } from "./field-values.ts";
import { upperCaseId } from "./identifiers.ts";
import { type EventContext, type EventSource, type Field, type FieldReader, fieldReader } from "./source.ts";

export interface AlexaEvent {
  readonly version: "1.0";
  readonly session: {
    readonly new: boolean;
    readonly sessionId: string;
    readonly application: { readonly applicationId: string };
    readonly attributes: Readonly<Record<string, unknown>>;
    readonly user: { readonly userId: string };
  };
  readonly context: {
    readonly AudioPlayer?: { readonly playerActivity: "IDLE" };
    readonly System: {
      readonly application: { readonly applicationId: string };
      readonly user: { readonly userId: string };
      readonly device: { readonly supportedInterfaces: { readonly AudioPlayer: Readonly<Record<string, never>> } };
    };
  };
  readonly request: AlexaRequest;
}

export type AlexaRequest = {
  readonly requestId: string;
  readonly timestamp: string;
  readonly locale: string;
} & (
  | { readonly type: "LaunchRequest" }
  | {
      readonly type: "IntentRequest";
      readonly intent: {
        readonly name: string;
        readonly slots: Readonly<Record<string, { readonly name: string; readonly value: string }>>;
      };
    }
  | { readonly type: "SessionEndedRequest"; readonly reason: "USER_INITIATED" }
);

/** Alexa understands no Korean: Alexa Skills Kit, "Develop Skills in Multiple Languages", 2026-08. */
const LOCALES = ["en-US", "en-GB", "ja-JP", "de-DE", "fr-FR", "es-ES", "hi-IN"] as const;

const FIELDS: readonly Field[] = [
  {
    name: "type",
    label: "요청",
    kind: "select",
    default: "IntentRequest",
    options: ["LaunchRequest", "IntentRequest", "SessionEndedRequest"],
  },
  { name: "intent", label: "인텐트", kind: "text", default: "OrderIntent" },
  { name: "slots", label: "슬롯(JSON 객체)", kind: "json", default: '{"Menu":"coffee"}' },
  { name: "locale", label: "로캘", kind: "select", default: "en-US", options: LOCALES },
];

export const alexa: EventSource<AlexaEvent> = {
  name: "alexa",
  label: "Alexa 스킬 요청",
  fields: FIELDS,
  build(values, context) {
    return event(context, fieldReader(FIELDS, values));
  },
};

function event(context: EventContext, read: FieldReader): AlexaEvent {
  const own = context.random.fork("skill");
  const application = { applicationId: `amzn1.ask.skill.${uuid(own)}` };
  const user = { userId: `amzn1.ask.account.${upperCaseId(own, 52)}` };
  const type = read.text("type");
  return {
    version: "1.0",
    session: {
      new: type === "LaunchRequest",
      sessionId: `amzn1.echo-api.session.${uuid(own)}`,
      application,
      attributes: {},
      user,
    },
    context: {
      ...(type !== "SessionEndedRequest" && { AudioPlayer: { playerActivity: "IDLE" } }),
      System: { application, user, device: { supportedInterfaces: { AudioPlayer: {} } } },
    },
    request: request(context, read),
  };
}

function request(context: EventContext, read: FieldReader): AlexaRequest {
  const requestId = `amzn1.echo-api.request.${uuid(context.random)}`;
  const common = { requestId, timestamp: wholeSecond(context.at), locale: read.text("locale") };
  switch (read.text("type")) {
    case "LaunchRequest":
      return { type: "LaunchRequest", ...common };
    case "SessionEndedRequest":
      return { type: "SessionEndedRequest", ...common, reason: "USER_INITIATED" };
    default:
      return { type: "IntentRequest", ...common, intent: intentOf(read) };
  }
}

function intentOf(read: FieldReader) {
  const slots = Object.entries(jsonTexts(read, "slots")).map(([name, value]) => [name, { name, value }] as const);
  return {
    name: textMatching(read, "intent", /^(AMAZON\.)?[A-Za-z_]{1,100}$/, "인텐트 이름은 영문자와 밑줄로 됩니다."),
    slots: Object.fromEntries(slots),
  };
}
