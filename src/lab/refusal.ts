/** Why a draft cannot be deployed or sent, in a sentence: what the console of AWS would refuse. */
import { type Control, choiceProblem } from "../../sandbox/exercise/controls.ts";
import { exceedsVariablesLimit, variableProblem } from "../../sandbox/lambda/environment-variables.ts";
import type { Draft } from "./session.ts";

/** Undefined where all is well. */
export function refusalOf({ event, configuration, chosen = {} }: Draft, controls: readonly Control[] = []): string | undefined {
  const { MemorySize, Timeout, Environment } = configuration;
  if (!isJson(event)) return "이벤트가 올바른 JSON이 아닙니다. event.json 내용을 고치고 다시 실행하세요.";
  if (!isBetween(MemorySize, 128, 10_240)) return "메모리는 128MB에서 10,240MB 사이의 정수입니다. 설정을 고치고 다시 실행하세요.";
  if (!isBetween(Timeout, 1, 900)) return "타임아웃은 1초에서 900초 사이의 정수입니다. 설정을 고치고 다시 실행하세요.";
  for (const name of Object.keys(Environment.Variables)) {
    const problem = variableProblem(name);
    if (problem === "reserved") return `환경 변수 이름 ${name} 값은 Lambda가 예약했습니다. 다른 이름을 쓰세요.`;
    if (problem === "not a name") return "환경 변수 이름은 영어로 시작하고 영어, 숫자, 밑줄로 된 두 글자 이상입니다. 설정을 고치세요.";
  }
  if (exceedsVariablesLimit(Environment.Variables)) return "환경 변수는 모두 합쳐 4KB까지입니다. 설정을 줄이세요.";
  return choiceProblem(controls, chosen);
}

const isBetween = (value: number, least: number, most: number) => Number.isInteger(value) && value >= least && value <= most;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
