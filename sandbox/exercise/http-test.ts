/** Conditions on what a front end answered. */
import type { FrontEndResponded, Trace } from "../trace/events.ts";
import type { HttpTest } from "./condition.ts";
import { type Finding, MUST_EXIST, mustBe } from "./finding.ts";
import { isWithin, ordinal, rangeText } from "./korean-numbers.ts";
import { withParticle } from "./particle.ts";
import { matchesText, textClause } from "./text-test.ts";

export function httpFinding(test: HttpTest, trace: Trace): Finding {
  const answers = trace.events.filter((event) => event.type === "front-end-responded");
  const named = test.exchange === undefined ? answers : answers.filter(({ exchange }) => exchange === test.exchange);
  const findings = named.flatMap((answer) => judge(test, answer));
  const [first] = findings;
  if (first === undefined) {
    const which = test.exchange === undefined ? "HTTP" : `${ordinal(test.exchange)} HTTP`;
    return { holds: false, seen: `${which} 응답이 없습니다.`, ...MUST_EXIST };
  }
  return findings.find((finding) => !finding.holds) ?? first;
}

function judge({ status, header = {}, containing, matching }: HttpTest, answer: FrontEndResponded): Finding[] {
  const name = `${ordinal(answer.exchange)} HTTP 응답`;
  const text = { ...(containing !== undefined && { containing }), ...(matching !== undefined && { matching }) };
  return [
    ...(status === undefined
      ? []
      : [
          {
            holds: isWithin(answer.status, status),
            seen: `${name}의 상태 코드는 ${answer.status}입니다.`,
            ...mustBe(rangeText(status, String)),
          },
        ]),
    ...Object.entries(header).map(([wanted, value]) => headerFinding(name, wanted, value, answer)),
    ...(Object.keys(text).length === 0
      ? []
      : [
          {
            holds: matchesText(text, answer.body),
            seen: `${name}의 본문은 \`${answer.body.slice(0, 200)}\`입니다.`,
            ...mustBe(`${textClause(text)} 본문`),
          },
        ]),
  ];
}

function headerFinding(name: string, wanted: string, value: string | null, { headers }: FrontEndResponded): Finding {
  const found = headers.filter(([header]) => header.toLowerCase() === wanted.toLowerCase()).map(([, text]) => text);
  const subject = `${name}의 \`${wanted}\` 헤더`;
  const seen =
    found.length === 0 ? `${withParticle(subject, "이")} 없습니다.` : `${withParticle(subject, "은")} \`${found.join(", ")}\`입니다.`;
  if (value === null) return { holds: found.length === 0, seen, expected: MUST_EXIST.unexpected, unexpected: MUST_EXIST.expected };
  return { holds: found.includes(value), seen, ...mustBe(`\`${value}\``) };
}
