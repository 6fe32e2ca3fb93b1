/** The zone of Date's local methods: TZ, as the function's environment has it or as code sets it. */
import { split } from "./primordials.ts";

/** What the library's modules and the boot code know of where the process runs. */
export interface Environment {
  /** ICU's name of the zone. */
  zone: string;
  /** As POSIX names it: `ko_KR.UTF-8`. */
  locale: string;
}

interface ZoneBinding {
  codec(name: "formatting", call: "zone", zone: string): string;
  codec(name: "formatting", call: "zoneName", zone: string, instant: number): string;
  setTimeZone(zone: string): void;
  simplified(what: "time zone"): void;
}

const UTC = ["", "UTC", "Etc/UTC", "GMT", "Etc/GMT", "Zulu", "Universal"];

/** A name that nobody knows is UTC, in Node as here. */
export function setTimeZone(
  environment: Environment,
  binding: unknown,
  value: string | undefined,
  parseJson: (text: string) => unknown,
): void {
  const { codec, setTimeZone: set, simplified } = binding as ZoneBinding;
  const zone = resolved(
    value ?? "",
    (name) => codec("formatting", "zone", name),
    parseJson,
    () => simplified("time zone"),
  );
  environment.zone = zone;
  set(zone);
}

function resolved(value: string, ask: (name: string) => string, parseJson: (text: string) => unknown, simplified: () => void): string {
  const name = value[0] === ":" ? (split(value, ":")[1] ?? "") : value;
  for (let index = 0; index < UTC.length; index += 1) if (UTC[index] === name) return "UTC";
  // An offset is no name there, and a long text is none.
  const found = name.length > 60 || name[0] === "+" || name[0] === "-" ? "" : ask(name);
  if (found === "") return "UTC";
  const { zone, known } = parseJson(found) as { readonly zone: string; readonly known: boolean };
  if (!known) simplified();
  return known ? zone : "UTC";
}

/** As Date.prototype.toString shows it. */
export function zoneLabel(environment: Environment, binding: unknown, instant: number): string {
  if (environment.zone === "UTC") return "Coordinated Universal Time";
  return (binding as ZoneBinding).codec("formatting", "zoneName", environment.zone, instant);
}
