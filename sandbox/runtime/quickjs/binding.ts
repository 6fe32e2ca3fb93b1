/**
 * What Node's built-in modules need of the host, as the object `binding` that each of them is handed (library/). The host
 * half is a list of functions in a fixed order; the guest half is an object of the same names, made at the same place in the
 * order of the engine's functions.
 */
import type { Random } from "../../time/random.ts";
import type { StreamedResponse } from "../runtime.ts";
import { type FileSystemOptions, fileSystem } from "./binding/file-system.ts";
import { objectsOf } from "./binding/objects.ts";
import { base64Decode, base64Encode, hexDecode, hexEncode, utf8Decode, utf8Encode } from "./binding/text.ts";
import { type Codec, type CodecName, isCodecRefusal } from "./codec.ts";
import { type Arguments, type Engine, GuestError, type HostFunction, type Value } from "./engine/instance.ts";
import type { HostError } from "./guest/host.ts";
import type { OpenRequests } from "./open-requests.ts";

/** What of a process the functions work on. Read at each call, so that an engine can be imaged before there is a process. */
export interface BindingContext {
  readonly random: Random;
  /** The process's own clock: milliseconds since 1970, with a fraction. */
  readonly now: () => number;
  /** Lets milliseconds pass in which the process does nothing. */
  readonly sleep: (duration: number) => void;
  /** When the process started, on the same clock: `performance.timeOrigin`. */
  readonly startedAt: number;
  readonly memoryMB: number;
  readonly disk: Omit<FileSystemOptions, "now">;
  /** Throws Needs where it is not loaded yet. */
  readonly codec: (name: CodecName) => Codec;
  /** Absent where there is no invocation to answer. */
  readonly answer?: AnswerSink;
  /** Absent where there is no network. */
  readonly requests?: OpenRequests;
  /** The zone of Date's local methods, by a name that the codec `formatting` knows. Absent: it is UTC for good. */
  readonly setTimeZone?: (zone: string) => void;
  /** The code was given another locale or time zone than it asked for. */
  readonly simplified?: (what: "locale" | "time zone") => void;
  /** Makes an error inside the guest. */
  readonly makeError: (error: HostError) => Value;
}

/** Where a streaming handler's answer goes. */
export interface AnswerSink {
  /** How many of the bytes it takes now; -1: it was too long and is cut off. */
  write(bytes: Uint8Array): number;
  flush(): void;
  end(contentType: string, ending: StreamedResponse["ending"]): void;
}

/** Bytes for one count, about what they take: where the host reads one after the other, and where it copies them. */
const READ_SHIFT = 1;
const COPY_SHIFT = 4;
const FREE_SHIFT = 31;
const COUNTS_PER_RANDOM_BYTE = 4;

type Bound = (args: Arguments) => string | number | Uint8Array | { readonly value: Value };

/** The names of the functions, in the order in which `bindingFunctions` lists them. */
export const BINDING = [
  "classId",
  "proxyIsRevoked",
  "proxyTarget",
  "proxyHandler",
  "promiseState",
  "promiseResult",
  "iteratorCollection",
  "iteratorKind",
  "iteratorRemaining",
  "now",
  "sleep",
  "startedAt",
  "memoryMB",
  "random",
  "randomBytes",
  "utf8Encode",
  "utf8Decode",
  "utf8IsValid",
  "base64Encode",
  "base64Decode",
  "hexEncode",
  "hexDecode",
  "fsStat",
  "fsRead",
  "fsOpenForWriting",
  "fsWrite",
  "fsTruncate",
  "fsList",
  "fsMakeDirectory",
  "fsRemoveFile",
  "fsRemoveDirectory",
  "fsRename",
  "fsChangeMode",
  "fsChangeTime",
  "codec",
  "responseWrite",
  "responseFlush",
  "responseEnd",
  "netLookup",
  "netSend",
  "netAnswer",
  "netBody",
  "netDrop",
  "setTimeZone",
  "simplified",
  "followReactions",
] as const;

export type BindingName = (typeof BINDING)[number];

/** Host functions for `EngineOptions.functions`. Both arguments are asked for when a function is called, not before. */
export function bindingFunctions(engine: () => Engine, context: () => BindingContext): readonly HostFunction[] {
  const bound = boundFunctions(engine, context);
  return BINDING.map((name) => (args) => valueOf(engine(), bound[name](args)));
}

/** The guest's half: call it where `bindingFunctions` stands in the order of the engine's functions. */
export function makeBinding(engine: Engine): Value {
  const object = engine.eval("({ __proto__: null })", "lambda-lab:binding", 0);
  for (const name of BINDING) engine.set(object, name, engine.newFunction(name, 0));
  return object;
}

function valueOf(engine: Engine, answer: ReturnType<Bound>): Value {
  if (typeof answer === "number") return engine.newNumber(answer);
  if (typeof answer === "string") return engine.newString(answer);
  return answer instanceof Uint8Array ? engine.newBytes(answer) : answer.value;
}

function boundFunctions(engine: () => Engine, context: () => BindingContext): Record<BindingName, Bound> {
  const objects = lazily(engine, objectsOf);
  const view = (bytes: Value, shift = READ_SHIFT) => {
    const viewed = objects().view(bytes);
    engine().charge(viewed.length >> shift);
    return viewed;
  };
  const files = lazily(context, ({ disk, now }) => fileSystem({ ...disk, now }));
  return {
    classId: (args) => objects().classId(args.value(0)),
    proxyIsRevoked: (args) => objects().proxyIsRevoked(args.value(0)),
    proxyTarget: (args) => ({ value: objects().proxyTarget(args.value(0)) }),
    proxyHandler: (args) => ({ value: objects().proxyHandler(args.value(0)) }),
    promiseState: (args) => engine().promiseState(args.value(0)),
    promiseResult: (args) => ({ value: engine().promiseResult(args.value(0)) }),
    iteratorCollection: (args) => ({ value: objects().iteratorCollection(args.value(0)) }),
    iteratorKind: (args) => objects().iteratorKind(args.value(0)),
    iteratorRemaining: (args) => objects().iteratorRemaining(args.value(0)),
    now: () => context().now(),
    sleep: (args) => {
      context().sleep(args.number(0));
      return 0;
    },
    startedAt: () => context().startedAt,
    memoryMB: () => context().memoryMB,
    random: () => context().random.next(),
    randomBytes: (args) => {
      const count = args.number(0);
      engine().charge(count * COUNTS_PER_RANDOM_BYTE);
      return { value: engine().newFilled(count, (bytes) => fillRandomly(bytes, context().random)) };
    },
    utf8Encode: (args) => utf8Encode(args.string(0)),
    utf8Decode: (args) => utf8Decode(view(args.value(0)), false),
    utf8IsValid: (args) => (isUtf8(view(args.value(0))) ? 1 : 0),
    base64Encode: (args) => base64Encode(view(args.value(0)), args.number(1) === 1),
    base64Decode: (args) => base64Decode(args.string(0)),
    hexEncode: (args) => hexEncode(view(args.value(0))),
    hexDecode: (args) => hexDecode(args.string(0)),
    // A file's facts as one JSON text; a refusal, as everywhere below, is a text that begins with E.
    fsStat: (args) => {
      const facts = files().stat(args.string(0));
      return typeof facts === "string" ? facts : JSON.stringify(facts);
    },
    // The whole file, or what of it lies between two positions.
    fsRead: (args) => {
      const content = files().read(args.string(0));
      return typeof content === "string" || args.length < 3 ? content : content.subarray(args.number(1), args.number(2));
    },
    fsOpenForWriting: (args) =>
      files().openForWriting(args.string(0), {
        mayCreate: (args.number(1) & 1) !== 0,
        exclusive: (args.number(1) & 2) !== 0,
        truncate: (args.number(1) & 4) !== 0,
        mode: args.number(2),
      }),
    fsWrite: (args) => files().write(args.string(0), view(args.value(1), COPY_SHIFT), args.number(2)),
    fsTruncate: (args) => files().truncate(args.string(0), args.number(1)),
    fsList: (args) => {
      const names = files().list(args.string(0));
      return typeof names === "string" ? names : JSON.stringify(names);
    },
    fsMakeDirectory: (args) => files().makeDirectory(args.string(0), args.number(1)),
    fsRemoveFile: (args) => files().removeFile(args.string(0)),
    fsRemoveDirectory: (args) => files().removeDirectory(args.string(0)),
    fsRename: (args) => files().rename(args.string(0), args.string(1)),
    fsChangeMode: (args) => files().changeMode(args.string(0), args.number(1)),
    fsChangeTime: (args) => files().changeTime(args.string(0), args.number(1)),
    codec: (args) => callCodec(engine(), context(), args, view),
    responseWrite: (args) => {
      const taken = context().answer?.write(objects().view(args.value(0)).subarray(args.number(1))) ?? -1;
      engine().charge(Math.max(0, taken) >> COPY_SHIFT);
      return taken;
    },
    responseFlush: () => {
      context().answer?.flush();
      return 0;
    },
    responseEnd: (args) => {
      const how = args.string(0);
      const error = { errorType: args.string(2), payload: args.string(3) };
      context().answer?.end(args.string(1), how === "error" ? { how, ...error } : { how: how === "complete" ? how : "truncated" });
      return 0;
    },
    netLookup: (args) => requestsOf(context()).lookup(args.string(0)),
    netSend: (args) => requestsOf(context()).send(args.string(0), args.length < 2 ? NO_BYTES : view(args.value(1), COPY_SHIFT)),
    netAnswer: (args) => requestsOf(context()).answer(args.number(0)),
    netBody: (args) => requestsOf(context()).body(args.number(0), args.number(1), args.number(2)),
    netDrop: (args) => {
      requestsOf(context()).drop(args.number(0));
      return 0;
    },
    setTimeZone: (args) => {
      context().setTimeZone?.(args.string(0));
      return 0;
    },
    followReactions: (args) => {
      engine().followReactions(args.value(0));
      return 0;
    },
    simplified: (args) => {
      context().simplified?.(args.string(0) === "locale" ? "locale" : "time zone");
      return 0;
    },
  };
}

const NO_BYTES = new Uint8Array();

function requestsOf({ requests }: BindingContext): OpenRequests {
  if (requests === undefined) throw new Error("binding: there is no network here");
  return requests;
}

/** `binding.codec(name, call, …)`. A refusal is thrown into the guest; a name that does not exist is our mistake. */
function callCodec(
  engine: Engine,
  { codec, makeError, random }: BindingContext,
  args: Arguments,
  view: (bytes: Value, shift?: number) => Uint8Array,
) {
  // The guest's library is ours: it names codecs as the list does.
  const call = codec(args.string(0) as CodecName)[args.string(1)];
  if (call === undefined) throw new Error(`binding: the codec ${args.string(0)} has no ${args.string(1)}`);
  try {
    return call({
      length: args.length - 2,
      string: (index) => args.string(index + 2),
      number: (index) => args.number(index + 2),
      bytes: (index) => view(args.value(index + 2)),
      memory: (index) => view(args.value(index + 2), FREE_SHIFT),
      spend: (counts) => engine.spend(counts),
      take: (bytes) => engine.take(bytes),
      random,
    });
  } catch (thrown) {
    if (!isCodecRefusal(thrown)) throw thrown;
    const { error } = thrown;
    throw new GuestError(error.message, () => makeError(error));
  }
}

/** What `make` makes of the thing, made again when the thing is another one. */
function lazily<T extends object, U>(thing: () => T, make: (thing: T) => U): () => U {
  let seen: T | undefined;
  let made: U;
  return () => {
    const current = thing();
    if (current !== seen) {
      seen = current;
      made = make(current);
    }
    return made;
  };
}

function fillRandomly(bytes: Uint8Array, random: Random): void {
  for (let index = 0; index < bytes.length; index += 4) {
    const word = random.next();
    for (let byte = 0; byte < 4 && index + byte < bytes.length; byte += 1) bytes[index + byte] = (word >>> (byte * 8)) & 0xff;
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    utf8Decode(bytes, true);
    return true;
  } catch {
    // The decoder's only way to say no.
    return false;
  }
}
