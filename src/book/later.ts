/** Labs that the sandbox of today cannot carry: content/chapters/<chapter>/later.yaml. For the build and Node only: zod stays out of pages. */
import { z } from "zod";
import { type AuthorProblem, checkedWith, choice, list, must, prose, slug, strict } from "../../sandbox/exercise/author-schema.ts";

/** What such a lab waits for, as readers see it. */
export const CAPABILITIES = {
  "asynchronous-invocation": "비동기 호출과 재시도",
  "event-source-mapping": "이벤트 소스 매핑",
  "recursion-detection": "재귀 루프 감지",
  "reserved-concurrency": "예약된 동시성",
  "provisioned-concurrency": "프로비저닝된 동시성",
  traffic: "요청이 몰리는 트래픽",
  aliases: "버전과 별칭",
  "http-front-end": "HTTP 요청과 답",
  "custom-runtime": "런타임 API",
  layers: "레이어",
  "response-streaming": "응답 스트리밍",
  typescript: "TypeScript",
  "aws-sdk": "AWS SDK로 부르는 서비스",
  "npm-packages": "npm 패키지",
  metrics: "CloudWatch 지표와 경보",
  tracing: "X-Ray 추적",
} as const;
export type Capability = keyof typeof CAPABILITIES;

export interface LaterLab {
  /** What it will be called. */
  readonly title: string;
  /** What a reader will see happen in it. */
  readonly shows: string;
  /** What the book has in its place until then. */
  readonly instead: string;
  readonly needs: readonly Capability[];
}

/** By name, in the order of the file. */
export type LaterLabs = Readonly<Record<string, LaterLab>>;

const sentence = prose.regex(/\.$/, { error: "마침표로 끝나는 문장이어야 합니다." });

export const laterSchema = z.record(
  slug,
  strict({
    title: prose,
    shows: sentence,
    instead: sentence,
    // Object.keys forgets that there are some.
    needs: list(choice(Object.keys(CAPABILITIES) as [Capability, ...Capability[]]), 1),
  }),
  must("실습의 이름과 내용의 객체여야 합니다."),
);

export const checkedLater = (value: unknown): { readonly value: LaterLabs } | { readonly problems: readonly AuthorProblem[] } =>
  checkedWith<LaterLabs>(laterSchema, value);
