/**
 * The time zones that the simulator knows, from Node's ICU: when their offsets and names change, from 1850 until the year after
 * which only the rules of summer time repeat.
 */

/** Korea's, and those that handlers name most often. */
export const ZONES = [
  "Asia/Seoul",
  "America/New_York",
  "America/Los_Angeles",
  "Europe/London",
  "Europe/Paris",
  "Europe/Berlin",
  "Asia/Tokyo",
  "Asia/Shanghai",
  "Asia/Singapore",
  "Asia/Calcutta",
  "Australia/Sydney",
  // Other offsets have no names. This one is called as Greenwich's time is, since there was one.
  "+00:00",
] as const;

/** Other names of these, which ICU resolves to them. */
const LINKS = `Asia/Kolkata ROK Japan PRC Singapore GB GB-Eire US/Eastern US/Pacific EST5EDT PST8PDT Asia/Chongqing Asia/Harbin
  Asia/Chungking Australia/NSW Australia/Canberra Australia/ACT Europe/Belfast
  UTC Etc/UTC GMT Etc/GMT UCT Etc/UCT Zulu Etc/Zulu Universal Etc/Universal Etc/GMT0 Etc/GMT+0 Etc/GMT-0 GMT0 GMT+0 GMT-0`.split(/\s+/);

export const NAME_WIDTHS = ["short", "long", "shortOffset", "longOffset", "shortGeneric", "longGeneric"] as const;

const DAY = 86_400_000;
const FROM = Date.UTC(1850, 0, 1);
/** Within 1980 and 2037 every kind of year (leap or not, beginning on each weekday) comes; what is later repeats one of them. */
const UNTIL = Date.UTC(2038, 0, 1);

export function harvestZones(locales: readonly string[]) {
  const names: string[] = [];
  const nameIndex = (name: string) => {
    const at = names.indexOf(name);
    return at < 0 ? names.push(name) - 1 : at;
  };
  const zones = Object.fromEntries(
    ZONES.map((zone) => {
      const facts = factsOf(zone, locales);
      return [zone, changes(facts).map(([at, fact]) => [Math.floor(at / 1000), ...splitFact(fact, nameIndex)])];
    }),
  );
  const links = Object.fromEntries(
    LINKS.map((name) => [name, new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone]),
  );
  return { names, zones, links, others: otherZones(), utc: namesOf("UTC", locales) };
}

/** Offset from UTC in seconds and every name, as one text. */
function factsOf(zone: string, locales: readonly string[]): (at: number) => string {
  const formats = locales.flatMap((locale) =>
    NAME_WIDTHS.map((timeZoneName) => new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName, minute: "numeric" })),
  );
  const offset = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset", minute: "numeric" });
  return (at) => [secondsOf(nameAt(offset, at)), ...formats.map((format) => nameAt(format, at))].join("|");
}

function secondsOf(text: string): number {
  const found = /^GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(text);
  if (found === null) throw new Error(`locale data: no offset in ${text}`);
  const [, sign, hours = "0", minutes = "0", seconds = "0"] = found;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
}

/** Where the facts change, to the second. */
function changes(facts: (at: number) => string): (readonly [at: number, fact: string])[] {
  const found: (readonly [number, string])[] = [[FROM, facts(FROM)]];
  let before = facts(FROM);
  // No two changes of a zone's own are closer than this.
  const step = 5 * DAY;
  for (let at = FROM + step; at <= UNTIL; at += step) {
    const now = facts(at);
    if (now === before) continue;
    let [low, high] = [at - step, at];
    while (high - low > 1000) {
      const middle = Math.floor((low + high) / 2000) * 1000;
      if (facts(middle) === before) low = middle;
      else high = middle;
    }
    found.push([high, now]);
    before = now;
  }
  return found;
}

function splitFact(fact: string, nameIndex: (name: string) => number): number[] {
  const [offset = "", ...names] = fact.split("|");
  return [Number(offset), nameIndex(names.join("|"))];
}

/** Zones that exist and that the simulator does not know. */
function otherZones(): string {
  const known: readonly string[] = ZONES;
  return Intl.supportedValuesOf("timeZone")
    .filter((zone) => !known.includes(zone) && zone !== "UTC")
    .join(" ");
}

/** A zone whose names never change. */
function namesOf(timeZone: string, locales: readonly string[]): string[] {
  return locales.flatMap((locale) =>
    NAME_WIDTHS.map((timeZoneName) => nameAt(new Intl.DateTimeFormat(locale, { timeZone, timeZoneName, minute: "numeric" }), 0)),
  );
}

const nameAt = (format: Intl.DateTimeFormat, at: number) =>
  format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "";
