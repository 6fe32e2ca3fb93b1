/** What fidelity.md says of AWS, the simulator does: in both generations of the runtime client and both styles of log, unless it is of one only. */
import { describe, expect, test } from "vitest";
import { CONFIGURATIONS, difference, holdsIn, observe } from "./case.ts";
import { CASES } from "./cases.ts";

const sections = [...new Set(CASES.map(({ section }) => section))];

describe.each(sections)("fidelity.md §%s", (section) => {
  for (const fidelityCase of CASES.filter((one) => one.section === section)) {
    test(fidelityCase.title, () => {
      for (const configuration of CONFIGURATIONS.filter((one) => holdsIn(fidelityCase, one))) {
        const seen = observe(fidelityCase, configuration);
        expect(difference(fidelityCase, seen), `${configuration.Runtime}, ${configuration.platformLogStyle}`).toBeUndefined();
      }
    });
  }
});
