/**
 * A base class that becomes Node's Transform or Writable when something of a stream is first asked of it: most hashes and
 * signatures are only updated (Node's LazyTransform puts off a stream's state; this puts off the streams' code too).
 */

const STATE = ["_readableState", "_writableState"];
const NAMES =
  `_destroy _events _eventsCount _final _maxListeners _read _undestroy _writev addListener asIndexedPairs close closed compose cork
  destroy destroyed drop emit end errored eventNames every filter find flatMap forEach getMaxListeners isPaused iterator
  listenerCount listeners map off on once pause pipe prependListener prependOnceListener push rawListeners read readable
  readableAborted readableDidRead readableEncoding readableEnded readableFlowing readableHighWaterMark readableLength
  readableObjectMode reduce removeAllListeners removeListener resume setDefaultEncoding setEncoding setMaxListeners some take
  toArray uncork unpipe unshift wrap writable writableAborted writableBuffer writableCorked writableEnded writableFinished
  writableHighWaterMark writableLength writableNeedDrain writableObjectMode write`.split(/\s+/);

/** `kind`: "Transform" or "Writable". */
export function lazyStream(kind) {
  function LazyStream(options) {
    this._options = options;
  }
  const { prototype } = LazyStream;
  let real;
  const become = () => {
    if (real !== undefined) return;
    real = require("stream")[kind];
    for (const name of [...NAMES, Symbol.asyncIterator]) delete prototype[name];
    Object.setPrototypeOf(prototype, real.prototype);
    Object.setPrototypeOf(LazyStream, real);
  };
  const property = (name, get) =>
    Object.defineProperty(prototype, name, {
      configurable: true,
      enumerable: false,
      get,
      set(value) {
        Object.defineProperty(this, name, { value, configurable: true, enumerable: true, writable: true });
      },
    });
  for (const name of [...NAMES, Symbol.asyncIterator]) {
    property(name, function () {
      become();
      return this[name];
    });
  }
  for (const name of STATE) {
    if (kind === "Writable" && name === "_readableState") continue;
    property(name, function () {
      become();
      // The prototype itself has no state: Node's own checks ask it.
      if (this === prototype || this._options === this) return undefined;
      real.call(this, this._options);
      if (kind === "Transform") this._writableState.decodeStrings = false;
      return Object.getOwnPropertyDescriptor(this, name)?.value;
    });
  }
  return LazyStream;
}
