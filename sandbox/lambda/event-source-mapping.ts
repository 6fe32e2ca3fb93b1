/**
 * Event source mappings: what all of them have in common. A mapping polls its source, filters, gathers batches and invokes its
 * function with each, synchronously; how it polls is its source's own (sqs-poller.ts, stream-poller.ts).
 *
 *     Creating ─► Enabled ─► Updating ─► Enabled
 *                    └─► Disabling ─► Disabled ─► Enabling ─► Enabled
 */
import type { EventSourceMappingDefinition } from "../scenario.ts";
import { arnOf } from "../services/arn.ts";
import type { Instant } from "../time/instant.ts";
import { uuid } from "../time/random.ts";
import type { InvocationSource, MappingChanged } from "../trace/events.ts";
import { mappingTransition } from "./durations.ts";
import { compileFilterCriteria, type RecordFilter } from "./filter-criteria.ts";
import { mainVersion } from "./main-version.ts";
import { filteredSource, type MappingSurroundings, mappingRefusal } from "./mapping-refusal.ts";
import { type MappedSource, type MappingSettings, mappedSource, mappingSettings } from "./mapping-settings.ts";
import type { LambdaService } from "./service.ts";

export interface EventSourceMapping {
  readonly UUID: string;
  readonly source: MappedSource;
  readonly FunctionName: string;
  readonly Qualifier: string | undefined;
  readonly EventSourceArn: string;
  /** Who asks, in `invocation-requested`. */
  readonly invocationSource: InvocationSource;
  readonly State: MappingChanged["State"];
  /** As they are now: a poller reads them anew for each batch. */
  readonly settings: MappingSettings;
  readonly filter: RecordFilter;
}

/** What polls a source for one mapping. */
export interface Poller {
  /** The mapping is Enabled. */
  start(at: Instant): void;
  /** It is Disabled: nothing more is polled. What is under way comes to its end. */
  stop(at: Instant): void;
}

/** How the mappings of one kind of source are served. */
export interface SourceOfMappings {
  /** What Lambda looks up when a mapping is created; undefined: it does not exist. */
  readonly lookUp: (EventSourceArn: string) => MappingSurroundings["eventSource"];
  readonly poller: (mapping: EventSourceMapping) => Poller;
}

export type MappingSources = Partial<Readonly<Record<MappedSource, SourceOfMappings>>>;

export interface EventSourceMappings {
  readonly all: readonly EventSourceMapping[];
  /** UpdateEventSourceMapping. Throws AWS's refusal as a mistake of the scenario's. */
  update(at: Instant, change: EventSourceMappingDefinition, done: (at: Instant) => void): void;
}

/** Those that a scenario begins with have been created before it: they are Enabled, or Disabled, at `at`. */
export function eventSourceMappings(
  service: LambdaService,
  definitions: readonly EventSourceMappingDefinition[],
  sources: MappingSources,
  at: Instant,
): EventSourceMappings {
  const all: Mapping[] = [];
  for (const definition of definitions) {
    const existing = find(all, service, definition);
    const mapping = new Mapping(service, definition, sources, existing?.UUID);
    all.push(mapping);
    mapping.begin(at);
  }
  return {
    all,
    update(at, change, done) {
      const mapping = find(all, service, change);
      if (mapping === undefined)
        throw new Error(`scenario: there is no event source mapping of ${change.EventSourceArn} and ${change.FunctionName}`);
      mapping.update(at, change, done);
    },
  };
}

function find(all: readonly Mapping[], { world }: LambdaService, wanted: EventSourceMappingDefinition): Mapping | undefined {
  const arn = arnOf(wanted.EventSourceArn, world.account);
  return all.find((one) => one.EventSourceArn === arn && one.FunctionName === wanted.FunctionName && one.Qualifier === wanted.Qualifier);
}

class Mapping implements EventSourceMapping {
  readonly UUID: string;
  readonly source: MappedSource;
  readonly FunctionName: string;
  readonly Qualifier: string | undefined;
  readonly EventSourceArn: string;
  readonly invocationSource: InvocationSource;
  State: MappingChanged["State"];
  settings: MappingSettings;
  filter: RecordFilter;
  /** As given, without defaults: some sources refuse a setting even where it has its default. */
  #definition: EventSourceMappingDefinition;
  readonly #service: LambdaService;
  readonly #sources: MappingSources;
  readonly #poller: Poller;

  constructor(service: LambdaService, definition: EventSourceMappingDefinition, sources: MappingSources, existing: string | undefined) {
    this.#service = service;
    this.#sources = sources;
    const { account, random } = service.world;
    this.#definition = definition;
    this.FunctionName = definition.FunctionName;
    this.Qualifier = definition.Qualifier;
    this.EventSourceArn = arnOf(definition.EventSourceArn, account);
    const { settings, filter, source } = this.#checked(definition, existing);
    this.settings = settings;
    this.filter = filter;
    this.source = source;
    this.State = settings.Enabled ? "Enabled" : "Disabled";
    this.UUID = uuid(random.fork(`mapping ${this.EventSourceArn} ${this.FunctionName} ${this.Qualifier ?? ""}`));
    this.invocationSource = { kind: "mapping", mapping: this.UUID, EventSourceArn: this.EventSourceArn };
    this.#poller = this.#sourceOf(source).poller(this);
  }

  begin(at: Instant): void {
    this.#enter(at, this.State);
    if (this.State === "Enabled") this.#poller.start(at);
  }

  update(at: Instant, change: EventSourceMappingDefinition, done: (at: Instant) => void): void {
    this.#definition = { ...this.#definition, ...change };
    const { settings, filter } = this.#checked(this.#definition, undefined);
    const { heap, pending, random } = this.#service.world;
    const wasEnabled = this.settings.Enabled;
    this.#enter(at, settings.Enabled === wasEnabled ? "Updating" : settings.Enabled ? "Enabling" : "Disabling");
    pending.begin();
    const settled = at + mappingTransition(random.fork(`${this.UUID} ${at}`));
    heap.schedule(settled, () => {
      this.settings = settings;
      this.filter = filter;
      this.#enter(settled, settings.Enabled ? "Enabled" : "Disabled");
      if (wasEnabled && !settings.Enabled) this.#poller.stop(settled);
      if (!wasEnabled && settings.Enabled) this.#poller.start(settled);
      pending.end();
    });
    done(at);
  }

  #enter(at: Instant, State: MappingChanged["State"]): void {
    this.State = State;
    const { UUID: mapping, EventSourceArn, FunctionName } = this;
    this.#service.world.record({ type: "mapping-changed", at, mapping, EventSourceArn, FunctionName, State });
  }

  #checked(definition: EventSourceMappingDefinition, existing: string | undefined) {
    const asked = { ...definition, EventSourceArn: this.EventSourceArn };
    const { source, ...surroundings } = this.#surroundings(existing);
    const refusal = mappingRefusal(asked, surroundings);
    if (refusal !== undefined || source === undefined) throw new Error(`scenario: ${JSON.stringify(refusal?.body)}`);
    const filter = compileFilterCriteria(asked.FilterCriteria ?? {}, filteredSource(source));
    if ("refusal" in filter) throw new Error("event-source-mapping: mappingRefusal let a filter pass that cannot be compiled");
    return { settings: mappingSettings(asked, this.EventSourceArn, source), filter, source };
  }

  #surroundings(existing: string | undefined): MappingSurroundings & { readonly source: MappedSource | undefined } {
    const { functions } = this.#service;
    const source = mappedSource(this.EventSourceArn);
    const fn = functions.get(this.FunctionName);
    const version = fn && mainVersion(fn, this.Qualifier);
    return {
      source,
      functionTimeout: version?.definition.Timeout,
      eventSource: source === undefined ? undefined : this.#sourceOf(source).lookUp(this.EventSourceArn),
      ...(existing !== undefined && { existing }),
    };
  }

  #sourceOf(source: MappedSource): SourceOfMappings {
    const known = this.#sources[source];
    if (known === undefined) throw new Error(`scenario: mappings of ${this.EventSourceArn} are not simulated`);
    return known;
  }
}
