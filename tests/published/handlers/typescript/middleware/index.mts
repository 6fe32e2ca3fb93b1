import { compose } from "./compose.mjs";
import type { Middleware, Next } from "./compose.mjs";

type Headers = { [K in "authorization" | "x-request-id"]?: string };
type Lower<T> = { [K in keyof T as K extends string ? Lowercase<K> : never]: T[K] };
interface Request {
  headers: Record<string, string>;
  user?: { id: string };
}
type Response = { statusCode: number; body?: string };

const lowerHeaders: Middleware<Request, Response> = async (request, next) =>
  next({ ...request, headers: Object.fromEntries(Object.entries(request.headers).map(([k, v]) => [k.toLowerCase(), v])) as Lower<Headers> as Record<string, string> });

const authenticate: Middleware<Request, Response> = async (request: Request, next: Next<Request, Response>) => {
  const token = request.headers["authorization"]?.split(" ").at(1);
  if (!token) return { statusCode: 401 };
  return next({ ...request, user: { id: token.replace(/^t-/, "user-") } });
};

const timed = <In, Out>(label: string): Middleware<In, Out> => async (request, next) => {
  console.log(`-> ${label}`);
  try {
    return await next(request);
  } finally {
    console.log(`<- ${label}`);
  }
};

export const handler = compose<Request, Response>(timed("outer"), lowerHeaders, authenticate)(async ({ user }) => ({
  statusCode: 200,
  body: `hello ${user?.id ?? "nobody"}`,
}));
