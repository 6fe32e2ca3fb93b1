export type Next<In, Out> = (request: In) => Promise<Out>;
export type Middleware<In, Out> = (request: In, next: Next<In, Out>) => Promise<Out>;

export function compose<In, Out>(...layers: readonly Middleware<In, Out>[]) {
  return (inner: Next<In, Out>): Next<In, Out> =>
    layers.reduceRight<Next<In, Out>>((next, layer) => (request) => layer(request, next), inner);
}
