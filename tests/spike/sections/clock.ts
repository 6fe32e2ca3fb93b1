import { openEverywhere } from "../../cross-engine/everywhere.ts";
import type { Findings } from "../claim.ts";
import { type Answer, runProgram } from "../places.ts";
import type { ClockAnswer } from "../programs/clock.ts";

const ZONES: Readonly<Record<string, number>> = { UTC: 0, "Asia/Seoul": -540, "America/St_Johns": 210 };

/** Opens places of its own, whose processes live in other time zones and speak other languages. */
export async function clock(): Promise<Findings> {
  const answers: (Answer<ClockAnswer> & { readonly zone: string })[] = [];
  for (const zone of Object.keys(ZONES)) {
    const abroad = await openEverywhere(["node", "chromium", "firefox"], { TZ: zone, LANG: "tr_TR.UTF-8" });
    try {
      for (const answer of await runProgram<ClockAnswer>(abroad, "clock", undefined)) answers.push({ ...answer, zone });
    } finally {
      await abroad.close();
    }
  }
  const seen = new Set(answers.map(({ value }) => value.guest));
  const elsewhere = answers.filter(({ zone, value }) => value.hostOffset === ZONES[zone]);
  return {
    claims: [
      {
        claim: "The guest's clock is UTC and its formats are the same, whatever the host's time zone and language",
        holds: seen.size === 1 && [...seen].every((text) => text.includes("00:00:00 GMT+0000") && text.includes("| 0 |")),
        detail: [...seen].join(" / "),
      },
      {
        claim: "The hosts really were in those time zones",
        holds: elsewhere.length === answers.length,
        detail: answers.map(({ place, zone, value }) => `${place} in ${zone}: ${value.hostOffset}`).join(", "),
      },
    ],
  };
}
