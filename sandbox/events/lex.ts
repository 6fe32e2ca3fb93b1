/**
 * What a bot of Lex V2 hands to its function: lexv2 dg, "AWS Lambda input event format for Lex V2". Order of keys as in the Lambda
 * console's sample. A slot that is not filled yet is null; `proposedNextState` comes only while the dialog goes on.
 */
import { uuid } from "../time/random.ts";
import { jsonObject, refused, textMatching } from "./field-values.ts";
import { upperCaseId } from "./identifiers.ts";
import { type EventContext, type EventSource, type Field, type FieldReader, fieldReader } from "./source.ts";
import { digits } from "./stream-sequence.ts";

export interface LexEvent {
  readonly sessionId: string;
  readonly inputTranscript: string;
  readonly interpretations: readonly { readonly intent: LexIntent; readonly nluConfidence?: number }[];
  readonly proposedNextState?: {
    readonly intent: LexIntent;
    readonly dialogAction: { readonly slotToElicit: string; readonly type: "ElicitSlot" } | { readonly type: "Delegate" };
  };
  readonly responseContentType: "text/plain; charset=utf-8";
  readonly sessionState: {
    readonly sessionAttributes: Readonly<Record<string, string>>;
    readonly activeContexts: readonly never[];
    readonly intent: LexIntent;
    readonly originatingRequestId: string;
  };
  readonly messageVersion: "1.0";
  readonly invocationSource: "DialogCodeHook" | "FulfillmentCodeHook";
  readonly transcriptions: readonly {
    readonly resolvedSlots: LexSlots;
    readonly resolvedContext: { readonly intent: string };
    readonly transcription: string;
    readonly transcriptionConfidence: number;
  }[];
  readonly inputMode: "Text" | "Speech" | "DTMF";
  readonly bot: {
    readonly aliasName: string;
    readonly aliasId: string;
    readonly name: string;
    readonly version: string;
    readonly localeId: string;
    readonly id: string;
  };
}

export interface LexIntent {
  readonly slots: LexSlots;
  readonly confirmationState: "None";
  readonly name: string;
  readonly state: "InProgress" | "ReadyForFulfillment";
}

export type LexSlots = Readonly<Record<string, LexSlot | null>>;

export interface LexSlot {
  readonly shape: "Scalar";
  readonly value: { readonly originalValue: string; readonly resolvedValues: readonly string[]; readonly interpretedValue: string };
}

const INPUT_MODES = ["Text", "Speech", "DTMF"] as const;

const FIELDS: readonly Field[] = [
  {
    name: "invocationSource",
    label: "부른 곳",
    kind: "select",
    default: "DialogCodeHook",
    options: ["DialogCodeHook", "FulfillmentCodeHook"],
  },
  { name: "bot", label: "봇 이름", kind: "text", default: "CoffeeBot" },
  { name: "intent", label: "인텐트", kind: "text", default: "OrderCoffee" },
  { name: "slots", label: "슬롯(JSON 객체, 아직 모르는 값은 null)", kind: "json", default: '{"Menu":"라테","Size":null}' },
  { name: "input", label: "사용자가 한 말", kind: "text", default: "라테 한 잔 주세요" },
  { name: "inputMode", label: "입력 방법", kind: "select", default: "Text", options: INPUT_MODES },
  { name: "locale", label: "로캘", kind: "text", default: "ko_KR" },
];

export const lex: EventSource<LexEvent> = {
  name: "lex",
  label: "Lex V2 봇",
  fields: FIELDS,
  build(values, context) {
    return event(context, fieldReader(FIELDS, values));
  },
};

function event(context: EventContext, read: FieldReader): LexEvent {
  const { random } = context;
  const invocationSource = read.text("invocationSource") === "DialogCodeHook" ? "DialogCodeHook" : "FulfillmentCodeHook";
  const intent = intentOf(read, invocationSource);
  const inputTranscript = read.text("input");
  return {
    sessionId: digits(random.fork("session"), 15),
    inputTranscript,
    interpretations: [{ intent, nluConfidence: 0.92 }, { intent: { ...intent, slots: {}, name: "FallbackIntent" } }],
    ...(invocationSource === "DialogCodeHook" && { proposedNextState: { intent, dialogAction: nextAction(intent.slots) } }),
    responseContentType: "text/plain; charset=utf-8",
    sessionState: { sessionAttributes: {}, activeContexts: [], intent, originatingRequestId: uuid(random) },
    messageVersion: "1.0",
    invocationSource,
    transcriptions: [
      {
        resolvedSlots: filled(intent.slots),
        resolvedContext: { intent: intent.name },
        transcription: inputTranscript,
        transcriptionConfidence: 1,
      },
    ],
    inputMode: INPUT_MODES.find((mode) => mode === read.text("inputMode")) ?? "Text",
    bot: botOf(context, read),
  };
}

function botOf({ random }: EventContext, read: FieldReader): LexEvent["bot"] {
  return {
    aliasName: "TestBotAlias",
    // Lex names the alias of a draft so in every account.
    aliasId: "TSTALIASID",
    name: textMatching(read, "bot", /^[0-9a-zA-Z][_0-9a-zA-Z-]{0,99}$/, "봇 이름은 영문자, 숫자, 붙임표, 밑줄로 된 1~100자입니다."),
    version: "DRAFT",
    localeId: textMatching(read, "locale", /^[a-z]{2,3}_[A-Z]{2}$/, "ko_KR 꼴이어야 합니다."),
    id: upperCaseId(random.fork("bot"), 10),
  };
}

function intentOf(read: FieldReader, invocationSource: LexEvent["invocationSource"]): LexIntent {
  const slots = Object.fromEntries(Object.entries(jsonObject(read, "slots")).map(([name, value]) => [name, slot(name, value)]));
  if (invocationSource === "FulfillmentCodeHook" && Object.values(slots).includes(null)) {
    throw refused("slots", "FulfillmentCodeHook은 슬롯이 모두 찬 뒤에 부릅니다. null을 값으로 바꾸세요.");
  }
  return {
    slots,
    confirmationState: "None",
    name: textMatching(read, "intent", /^[0-9a-zA-Z][_0-9a-zA-Z-]{0,99}$/, "인텐트 이름은 영문자, 숫자, 붙임표, 밑줄로 된 1~100자입니다."),
    state: invocationSource === "DialogCodeHook" ? "InProgress" : "ReadyForFulfillment",
  };
}

function slot(name: string, value: unknown): LexSlot | null {
  if (value === null) return null;
  if (typeof value !== "string") throw refused("slots", `‘${name}’ 슬롯의 값은 문자열이나 null이어야 합니다.`);
  return { shape: "Scalar", value: { originalValue: value, resolvedValues: [value], interpretedValue: value } };
}

/** Lex asks for the first slot that is not filled. */
function nextAction(slots: LexSlots): NonNullable<LexEvent["proposedNextState"]>["dialogAction"] {
  const open = Object.keys(slots).find((name) => slots[name] === null);
  return open === undefined ? { type: "Delegate" } : { slotToElicit: open, type: "ElicitSlot" };
}

const filled = (slots: LexSlots): LexSlots => Object.fromEntries(Object.entries(slots).filter(([, value]) => value !== null));
