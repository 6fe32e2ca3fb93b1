/**
 * What a Task state of Step Functions hands to a function: the `Payload` of its lambda:invoke, which the state machine's author
 * writes (step-functions dg, "Invoke an AWS Lambda function with Step Functions"). Three payloads that lessons need: the state's
 * input as it is, the input and a task token (.waitForTaskToken), and the context object `$$`, as recorded from AWS in 2024.
 */
import { isoTime } from "../time/instant.ts";
import { uuid } from "../time/random.ts";
import { textMatching } from "./field-values.ts";
import { base64Id } from "./identifiers.ts";
import { type EventContext, type EventSource, type Field, type FieldReader, fieldReader } from "./source.ts";

const INPUT = '"Payload.$": "$"';
const TOKEN = '"Payload": {"input.$": "$", "token.$": "$$.Task.Token"}';
const CONTEXT = '"Payload.$": "$$"';

const FIELDS: readonly Field[] = [
  { name: "payload", label: "작업의 페이로드", kind: "select", default: INPUT, options: [INPUT, TOKEN, CONTEXT] },
  { name: "input", label: "상태의 입력(JSON)", kind: "json", default: '{"orderId":"order-1","quantity":1}' },
  { name: "stateMachine", label: "상태 머신 이름", kind: "text", default: "place-order" },
  { name: "state", label: "상태 이름", kind: "text", default: "ChargeCard" },
  { name: "retries", label: "다시 시도한 횟수", kind: "number", default: "0", least: 0, most: 99 },
];

export const stepFunctions: EventSource<unknown> = {
  name: "step-functions",
  label: "Step Functions 작업",
  fields: FIELDS,
  build(values, context) {
    const read = fieldReader(FIELDS, values);
    const input = read.json("input");
    switch (read.text("payload")) {
      case TOKEN:
        return { input, token: taskToken(context) };
      case CONTEXT:
        return contextObject(read, context, input);
      default:
        return input;
    }
  },
};

const taskToken = ({ random }: EventContext) => `AQCAEAAAAKgAAAAMAAAAAA${base64Id(random, 480)}`;

export interface StepFunctionsContext {
  readonly Execution: {
    readonly Id: string;
    readonly Input: unknown;
    readonly StartTime: string;
    readonly Name: string;
    readonly RoleArn: string;
    readonly RedriveCount: number;
  };
  readonly StateMachine: { readonly Id: string; readonly Name: string };
  readonly State: { readonly Name: string; readonly EnteredTime: string; readonly RetryCount: number };
}

/** step-functions dg, "Accessing execution data from the Context object". */
function contextObject(read: FieldReader, { at, random, region, accountId }: EventContext, Input: unknown): StepFunctionsContext {
  const name = textMatching(
    read,
    "stateMachine",
    /^[A-Za-z0-9_-]{1,80}$/,
    "상태 머신 이름은 영문자, 숫자, 붙임표, 밑줄로 된 1~80자입니다.",
  );
  const execution = uuid(random);
  const arn = (kind: string) => `arn:aws:states:${region}:${accountId}:${kind}:${name}`;
  return {
    Execution: {
      Id: `${arn("execution")}:${execution}`,
      Input,
      StartTime: isoTime(at - 200),
      Name: execution,
      RoleArn: `arn:aws:iam::${accountId}:role/step-functions-role`,
      RedriveCount: 0,
    },
    StateMachine: { Id: arn("stateMachine"), Name: name },
    State: {
      Name: textMatching(read, "state", /^.{1,80}$/s, "상태 이름은 1~80자입니다."),
      EnteredTime: isoTime(at),
      RetryCount: read.number("retries"),
    },
  };
}
