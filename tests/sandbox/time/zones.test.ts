import { expect, test } from "vitest";
import { instantsOf, knownZone, offsetAt, unknownZone, ZONE_NAMES } from "../../../sandbox/time/zones.ts";

const HOUR = 3_600_000;

/** What the host's time zone database says. */
function hostOffset(format: Intl.DateTimeFormat, instant: number): number {
  const name = format.formatToParts(instant).find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign, hours, minutes] = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(name) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * HOUR + Number(minutes ?? 0) * 60_000);
}

test.each(ZONE_NAMES)("%s is as far ahead of UTC as the time zone database says, to the hour, from 2008 to 2060", (zone) => {
  const format = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" });
  const from = Date.UTC(2008, 0, 1);
  let last = hostOffset(format, from);
  for (let day = from; day < Date.UTC(2060, 0, 1); day += 24 * HOUR) {
    const next = hostOffset(format, day + 24 * HOUR);
    // A day without a change needs one look, a day with one a look at each hour.
    for (let at = day; next !== last && at < day + 24 * HOUR; at += HOUR) expect(offsetAt(zone, at)).toBe(hostOffset(format, at));
    if (offsetAt(zone, day + 12 * HOUR) !== next && next === last) throw new Error(`${zone} at ${new Date(day).toISOString()}`);
    last = next;
  }
});

test("clocks never show the skipped hour and show the repeated one twice", () => {
  const show = (zone: string, text: string) => instantsOf(zone, Date.parse(`${text}Z`)).map((at) => new Date(at).toISOString());
  expect(show("America/New_York", "2026-03-08T02:30:00")).toEqual([]);
  expect(show("America/New_York", "2026-11-01T01:30:00")).toEqual(["2026-11-01T05:30:00.000Z", "2026-11-01T06:30:00.000Z"]);
  expect(show("Europe/Paris", "2026-03-29T02:00:00")).toEqual([]);
  expect(show("Australia/Sydney", "2026-04-05T02:30:00")).toHaveLength(2);
  expect(show("Asia/Seoul", "2026-03-02T09:00:00")).toEqual(["2026-03-02T00:00:00.000Z"]);
});

test("other names of a zone are known, and zones that the simulator does not know are told with those that it does", () => {
  expect(knownZone("Asia/Calcutta")).toBe("Asia/Kolkata");
  expect(knownZone("Etc/UTC")).toBe("UTC");
  expect(knownZone("Africa/Cairo")).toBeUndefined();
  expect(knownZone("constructor")).toBeUndefined();
  expect(unknownZone("Africa/Cairo")).toContain("Asia/Seoul");
});
