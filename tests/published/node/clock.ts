/** Node's clock, set to a given instant and running on from there. Math.random is left alone: handlers hide what it gave. */

const RealDate = Date;
let offset = 0;

const now = () => RealDate.now() + offset;

// A proxy, so that instanceof, util.inspect and structuredClone see Node's own Date.
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args: unknown[], newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, key, receiver) => (key === "now" ? now : Reflect.get(target, key, receiver)),
});
Object.defineProperty(RealDate.prototype, "constructor", { value: globalThis.Date, writable: true, configurable: true });

export function setClock(instant: string): void {
  offset = RealDate.parse(instant) - RealDate.now();
}
