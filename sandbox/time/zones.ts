/**
 * Time zones of schedules: those that handlers know too (sandbox/node/locale-data/zones.ts), as rules.
 *
 * Simplified: AWS knows all of IANA's time zones. Summer time follows the law of each place as it has been since 2008.
 */
import { DAY, dateOf, dayNumber, HOUR, type LocalTime, weekdayOf } from "./calendar.ts";
import type { Instant, Millis } from "./instant.ts";

/** A zone's name as IANA writes it. */
export type ZoneName = string;

/** The `nth` Sunday of a month (−1: the last), and when on it clocks change. */
interface Change {
  readonly month: number;
  readonly nth: number;
  /** After midnight of UTC ("utc") or of the zone's standard time. */
  readonly at: Millis;
  readonly of: "utc" | "standard";
}

interface Zone {
  /** Ahead of UTC, outside summer time. */
  readonly offset: Millis;
  readonly summer?: { readonly begins: Change; readonly ends: Change };
}

const US = { begins: sunday(3, 2, 2 * HOUR, "standard"), ends: sunday(11, 1, HOUR, "standard") };
const EU = { begins: sunday(3, -1, HOUR, "utc"), ends: sunday(10, -1, HOUR, "utc") };
const AU = { begins: sunday(10, 1, 2 * HOUR, "standard"), ends: sunday(4, 1, 2 * HOUR, "standard") };

const ZONES: Readonly<Record<ZoneName, Zone>> = {
  UTC: { offset: 0 },
  "Asia/Seoul": { offset: 9 * HOUR },
  "Asia/Tokyo": { offset: 9 * HOUR },
  "Asia/Shanghai": { offset: 8 * HOUR },
  "Asia/Singapore": { offset: 8 * HOUR },
  "Asia/Kolkata": { offset: 5.5 * HOUR },
  "Europe/London": { offset: 0, summer: EU },
  "Europe/Paris": { offset: HOUR, summer: EU },
  "Europe/Berlin": { offset: HOUR, summer: EU },
  "America/New_York": { offset: -5 * HOUR, summer: US },
  "America/Los_Angeles": { offset: -8 * HOUR, summer: US },
  "Australia/Sydney": { offset: 10 * HOUR, summer: AU },
};

const LINKS: Readonly<Record<string, ZoneName>> = { "Asia/Calcutta": "Asia/Kolkata", "Etc/UTC": "UTC", "Etc/GMT": "UTC", GMT: "UTC" };

export const ZONE_NAMES: readonly ZoneName[] = Object.keys(ZONES);

/** What a name stands for here; undefined where the simulator does not know the zone. */
export function knownZone(name: string): ZoneName | undefined {
  const zone = Object.hasOwn(LINKS, name) ? LINKS[name] : name;
  return zone !== undefined && Object.hasOwn(ZONES, zone) ? zone : undefined;
}

/** A sentence for who wrote another zone. */
export const unknownZone = (name: string): string =>
  `‘${name}’ 시간대는 시뮬레이터가 모릅니다. 쓸 수 있는 시간대: ${ZONE_NAMES.join(", ")}`;

/** Milliseconds ahead of UTC. */
export function offsetAt(name: ZoneName, instant: Instant): Millis {
  const zone = zoneOf(name);
  return zone.offset + (isSummer(zone, instant) ? HOUR : 0);
}

export const localTime = (name: ZoneName, instant: Instant): LocalTime => instant + offsetAt(name, instant);

/** When clocks there show it, earliest first: never in the hour that is skipped, twice in the hour that is repeated. */
export function instantsOf(name: ZoneName, local: LocalTime): readonly Instant[] {
  const zone = zoneOf(name);
  const offsets = zone.summer === undefined ? [zone.offset] : [zone.offset + HOUR, zone.offset];
  return offsets.map((offset) => local - offset).filter((instant) => localTime(name, instant) === local);
}

function zoneOf(name: ZoneName): Zone {
  const zone = ZONES[name];
  if (zone === undefined) throw new Error(`time: no zone ${name}`);
  return zone;
}

function isSummer({ offset, summer }: Zone, instant: Instant): boolean {
  if (summer === undefined) return false;
  const { year } = dateOf(Math.floor((instant + offset) / DAY));
  const begins = changeAt(summer.begins, year, offset);
  const ends = changeAt(summer.ends, year, offset);
  // South of the equator the year begins and ends in summer.
  return begins < ends ? instant >= begins && instant < ends : instant >= begins || instant < ends;
}

function changeAt({ month, nth, at, of }: Change, year: number, offset: Millis): Instant {
  const first = dayNumber(year, month, 1);
  const firstSunday = first + ((8 - weekdayOf(first)) % 7);
  const last = dayNumber(year, month + 1, 1) - 1;
  const day = nth > 0 ? firstSunday + (nth - 1) * 7 : last - (weekdayOf(last) - 1);
  return day * DAY + at - (of === "utc" ? 0 : offset);
}

function sunday(month: number, nth: number, at: Millis, of: Change["of"]): Change {
  return { month, nth, at, of };
}
