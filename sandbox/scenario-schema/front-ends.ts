/** Requests to front ends that the scenario does not have, and front ends of one name. For the build and Node only. */
import type { Scenario, Stimulus } from "../scenario.ts";

export interface FrontEndMistake {
  readonly path: readonly PropertyKey[];
  readonly says: string;
}

/** A URL (`url:orders`) may be asked for where there is none: AWS answers 403, and that is an outcome. */
export function frontEndMistakes({ frontEnds = [], stimuli }: Scenario): readonly FrontEndMistake[] {
  const names = frontEnds.map(({ name }) => name);
  const twice = names.flatMap((name, index) =>
    names.indexOf(name) === index ? [] : [{ path: ["frontEnds", index, "name"], says: `같은 이름의 앞단이 두 번 있습니다: ${name}` }],
  );
  const missing = stimuli.flatMap((stimulus, index) => requests(stimulus, ["stimuli", index])).filter(({ to }) => !names.includes(to));
  return [
    ...twice,
    ...missing.map(({ path, to }) => ({
      path,
      says: `시나리오에 없는 앞단입니다: ${to}. 쓸 수 있는 값: url:함수 이름${names.map((name) => `, ${name}`).join("")}.`,
    })),
  ];
}

function requests(
  stimulus: Stimulus,
  path: readonly PropertyKey[],
): readonly { readonly path: readonly PropertyKey[]; readonly to: string }[] {
  if (stimulus.type === "traffic") return requests(stimulus.send, [...path, "send"]);
  return stimulus.type === "httpRequest" && !/^url:./.test(stimulus.to) ? [{ path: [...path, "to"], to: stimulus.to }] : [];
}
