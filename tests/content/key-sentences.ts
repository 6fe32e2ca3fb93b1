/** Why a question has no key, as its author reads it. */
import type { KeyProblem } from "../../sandbox/exercise/answer-key.ts";

export interface KeySentence {
  /** Below the question. */
  readonly path: readonly PropertyKey[];
  readonly says: string;
}

export function keySentence(problem: KeyProblem): KeySentence {
  switch (problem.why) {
    case "no right option":
      return { path: ["options"], says: "맞는 보기가 없습니다. when이 그 실행에서 들어맞는지, correct: true를 빠뜨리지 않았는지 보세요." };
    case "more than one right option": {
      const numbers = problem.right.map((index) => index + 1).join(", ");
      return { path: ["options"], says: `맞는 보기가 하나여야 하는데 여럿입니다(${numbers}). 조건을 좁히거나 kind를 multiple로 바꾸세요.` };
    }
    case "the trace says otherwise": {
      const [marked, found] = problem.marked ? ["맞는", "틀린"] : ["틀린", "맞는"];
      return {
        path: ["options", problem.option],
        says: `${marked} 보기로 적혔는데 실행해 보니 ${found} 보기입니다. correct나 when을 고치세요.`,
      };
    }
    case "needs a scenario":
      return { path: [], says: "답을 읽을 실행이 없습니다. scenario를 쓰세요." };
    case "no such value":
      return { path: [], says: "scenario를 실행해도 답이 될 값이 나오지 않습니다. value나 lines가 가리키는 호출과 자리를 보세요." };
    case "does not happen":
      return { path: ["items", problem.item, "happens"], says: "scenario를 실행해도 이 일이 일어나지 않습니다. happens를 고치세요." };
    case "happens in another order":
      return { path: ["items", problem.item], says: "실행해 보니 바로 앞 항목보다 먼저 일어납니다. 항목의 순서를 고치세요." };
    case "anticipates the right answer":
      return { path: ["anticipated", problem.anticipated], says: "틀린 답으로 적혔는데 실행해 보니 맞는 답입니다. 지우거나 고치세요." };
  }
}
