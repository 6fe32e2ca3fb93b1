/**
 * Which route of an API takes a request. apigateway dg: "Create routes for HTTP APIs", "API Gateway resources" of REST APIs, "Create
 * routes for WebSocket APIs" (all 2026).
 */
import { pathParameters } from "../events/route.ts";
import type { Route } from "./front-end.ts";
import { isObject, jsonValue } from "./proxy-response.ts";

/** The most specific one: a full match, then one with a variable, then a greedy one, then `$default`; a method before ANY. */
export function httpApiRoute(routes: readonly Route[], method: string, path: string): Route | undefined {
  const fitting = routes.filter((route) => {
    const [routeMethod = "", routePath] = route.routeKey.split(" ");
    return routePath !== undefined && takesMethod(routeMethod, method) && pathParameters(routePath, path) !== undefined;
  });
  return mostSpecific(fitting) ?? routes.find(({ routeKey }) => routeKey === "$default");
}

/**
 * A REST API finds the resource by its path first, whatever the method [INF]; a slash at the end of the path does not count
 * (recorded). Undefined: no such resource, or none of its methods is the request's.
 */
export function restRoute(routes: readonly Route[], method: string, path: string): Route | undefined {
  const trimmed = withoutSlash(path);
  const fitting = routes.filter(({ routeKey }) => takesPath(pathOf(routeKey), trimmed));
  const resource = mostSpecific(fitting);
  if (resource === undefined) return undefined;
  const methods = fitting.filter(({ routeKey }) => pathOf(routeKey) === pathOf(resource.routeKey));
  return methods.find(({ routeKey }) => methodOf(routeKey) === method) ?? methods.find(({ routeKey }) => methodOf(routeKey) === "ANY");
}

// Simplified: an API may have another route selection expression.
/** `$request.body.action`; a message that is no JSON object, or names no route, is `$default`'s. */
export function webSocketRoute(routes: readonly Route[], message: string): Route | undefined {
  const value = jsonValue(message)?.value;
  const action = isObject(value) && Object.hasOwn(value, "action") ? value.action : undefined;
  const named = routes.find(({ routeKey }) => routeKey === action && !routeKey.startsWith("$"));
  return named ?? routeNamed(routes, "$default");
}

export const routeNamed = (routes: readonly Route[], routeKey: string): Route | undefined =>
  routes.find((route) => route.routeKey === routeKey);

export const withoutSlash = (path: string): string => (path.length > 1 ? path.replace(/\/+$/, "") || "/" : path);

export const pathOf = (routeKey: string): string => routeKey.split(" ")[1] ?? "";

const methodOf = (routeKey: string): string => routeKey.split(" ")[0] ?? "";

const takesMethod = (routeMethod: string, method: string) => routeMethod === "ANY" || routeMethod === method;

const takesPath = (routePath: string, path: string) =>
  routePath === path || (routePath.includes("{") && pathParameters(routePath, path) !== undefined);

function mostSpecific(routes: readonly Route[]): Route | undefined {
  return routes.reduce<Route | undefined>((best, one) => (best === undefined || isMoreSpecific(one, best) ? one : best), undefined);
}

/** From the left, segment by segment: text, then `{variable}`, then `{greedy+}`; at last a method before ANY. */
function isMoreSpecific(one: Route, other: Route): boolean {
  const [ranks, others] = [ranksOf(one.routeKey), ranksOf(other.routeKey)];
  for (const [index, rank] of ranks.entries()) {
    const against = others[index] ?? Number.POSITIVE_INFINITY;
    if (rank !== against) return rank < against;
  }
  return false;
}

function ranksOf(routeKey: string): number[] {
  const segments = pathOf(routeKey).split("/").slice(1);
  return [
    ...segments.map((segment) => (segment.endsWith("+}") ? 2 : segment.startsWith("{") ? 1 : 0)),
    methodOf(routeKey) === "ANY" ? 1 : 0,
  ];
}
