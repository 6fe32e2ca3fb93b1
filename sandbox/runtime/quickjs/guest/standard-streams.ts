/**
 * process.stdout and process.stderr. Almost every function only writes text to them, if anything; so they are an object with
 * `write` that becomes a Writable of node:stream when anything else of it is asked for.
 */
import type { Host } from "./host.ts";
import { primordials as p } from "./primordials.ts";

type Done = (error?: Error | null) => void;

interface WritableState {
  emitClose: boolean;
}

interface Writable {
  _writableState: WritableState;
  _undestroy(): void;
  emit(event: string): boolean;
}

interface StreamModule {
  readonly Writable: {
    readonly prototype: object;
    call(stream: object, options: { readonly emitClose: boolean; write(chunk: Uint8Array, encoding: string, done: Done): void }): void;
  };
}

interface Decoder {
  write(chunk: Uint8Array): string;
}

export interface StandardStreamParts {
  readonly host: Host;
  readonly nextTick: (run: () => void) => void;
  /** A built-in module's exports. */
  readonly builtin: (id: string) => unknown;
}

export function standardStream({ host, nextTick, builtin }: StandardStreamParts, fd: 1 | 2): Record<string, unknown> {
  const print = (text: string) => host.write(fd, -1, p.StringToWellFormed(text));
  let made = false;
  const stream: Record<string, unknown> = { fd, isTTY: undefined, columns: undefined, write };

  function write(this: unknown, chunk: unknown, encoding?: unknown, callback?: unknown): unknown {
    const done = typeof encoding === "function" ? encoding : callback;
    if (typeof chunk === "string" && typeof encoding !== "string") {
      print(chunk);
      if (typeof done === "function") nextTick(() => (done as Done)());
      return true;
    }
    become();
    return (stream.write as typeof write)(chunk, encoding, callback);
  }

  /** Node's own streams that write at once (lib/internal/bootstrap/switches/is_main_thread.js): never closed by who ends them. */
  function become(): object {
    const { Writable } = builtin("stream") as StreamModule;
    if (made) return Writable.prototype;
    made = true;
    const decoder = new (builtin("string_decoder") as { StringDecoder: new (encoding: string) => Decoder }).StringDecoder("utf8");
    delete stream.write;
    p.setPrototypeOf(stream, Writable.prototype);
    Writable.call(stream, {
      emitClose: false,
      write(chunk, _encoding, done) {
        print(decoder.write(chunk));
        done();
      },
    });
    const writable = stream as unknown as Writable;
    p.defineProperty(stream, "_destroy", {
      value: (error: Error | null, done: Done) => {
        done(error);
        writable._undestroy();
        if (!writable._writableState.emitClose) nextTick(() => writable.emit("close"));
      },
      writable: true,
      configurable: true,
    });
    return Writable.prototype;
  }

  const reading: ProxyHandler<object> = {
    get(_target, key, receiver) {
      become();
      return p.apply(reflectGet, undefined, [stream, key, receiver]);
    },
    set(_target, key, value) {
      become();
      return p.apply(reflectSet, undefined, [stream, key, value]);
    },
    has(_target, key) {
      become();
      return key in stream;
    },
    getPrototypeOf: () => become(),
  };
  p.setPrototypeOf(stream, new Proxy(p.ObjectCreate(null) as object, reading));
  return stream;
}

const { get: reflectGet, set: reflectSet } = Reflect;
