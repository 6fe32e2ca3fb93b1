/** What the simulator does as AWS does it, and where it does less: content/fidelity.yaml. For the build and Node only. */
import { z } from "zod";
import {
  type AuthorProblem,
  checkedWith,
  choice,
  list,
  must,
  prose,
  refuse,
  slug,
  strict,
  text,
} from "../../sandbox/exercise/author-schema.ts";

/** What a behaviour rests on, as readers see it. */
export const BASES = {
  recorded: "AWS의 기록",
  source: "AWS의 소스",
  documented: "AWS의 문서",
  inferred: "추정",
} as const;
export type Basis = keyof typeof BASES;

export interface Behaviour {
  readonly says: string;
  /** The title of the case in tests/fidelity/cases/. */
  readonly test: string;
  /** Where it is not the topic's. */
  readonly basis?: Basis | undefined;
  readonly page?: string | undefined;
}

export interface Topic {
  readonly title: string;
  readonly basis: Basis;
  readonly page: string;
  readonly rows: readonly Behaviour[];
}

/** A comment in the code that says it, with the word at its beginning. */
export interface Simplification {
  readonly file: string;
  readonly aws: string;
  readonly here: string;
}

/** A page below /simulator/. */
export interface Part {
  readonly title: string;
  /** Names of topics, in order. */
  readonly topics: readonly string[];
}

export interface Fidelity {
  readonly parts: Readonly<Record<string, Part>>;
  readonly topics: Readonly<Record<string, Topic>>;
  readonly simplified: readonly Simplification[];
}

const sentence = prose.regex(/\.$/, { error: "마침표로 끝나는 문장이어야 합니다." });
const page = z.url({ protocol: /^https$/, error: "https로 시작하는 주소여야 합니다." });
const basis = choice(["recorded", "source", "documented", "inferred"]);

const fidelity = strict({
  parts: z.record(slug, strict({ title: text, topics: list(slug, 1) }), must("쪽의 이름과 내용의 객체여야 합니다.")),
  topics: z.record(
    slug,
    strict({
      title: text,
      basis,
      page,
      rows: list(strict({ says: sentence, test: text, basis: basis.exactOptional(), page: page.exactOptional() })),
    }),
    must("갈래의 이름과 내용의 객체여야 합니다."),
  ),
  simplified: list(strict({ file: text, aws: sentence, here: sentence })),
}).check((context) => {
  const { parts, topics } = context.value;
  const placed = Object.values(parts).flatMap((part) => part.topics);
  for (const name of Object.keys(topics)) {
    const times = placed.filter((one) => one === name).length;
    if (times !== 1) refuse(context, ["topics", name], `parts의 한 쪽에만 있어야 합니다. 지금은 ${times}곳에 있습니다.`);
  }
  for (const name of placed) if (!(name in topics)) refuse(context, ["parts"], `없는 갈래입니다: ${name}. 이름을 고치거나 지우세요.`);
});

export const checkedFidelity = (value: unknown): { readonly value: Fidelity } | { readonly problems: readonly AuthorProblem[] } =>
  checkedWith<Fidelity>(fidelity, value);
