/** Route matching against a second implementation: every route is tried, and the best is found by comparing texts. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { httpApiRoute, restRoute } from "../../../sandbox/services/api-routes.ts";
import type { Route } from "../../../sandbox/services/front-end.ts";
import { routeMistake } from "../../../sandbox/services/route-mistake.ts";

const METHODS = ["GET", "POST", "ANY"];
const segment = fc.constantFrom("a", "b", "{x}", "{y}");
const routePath = fc
  .tuple(fc.array(segment, { maxLength: 3 }), fc.boolean())
  .map(([segments, isGreedy]) => `/${[...segments, ...(isGreedy ? ["{rest+}"] : [])].join("/")}`);
const routeKey = fc.oneof(
  { weight: 9, arbitrary: fc.tuple(fc.constantFrom(...METHODS), routePath).map((parts) => parts.join(" ")) },
  { weight: 1, arbitrary: fc.constant("$default") },
);

/** As API Gateway has them: two routes that differ only in their variables' names are one. */
const routes = fc
  .uniqueArray(routeKey, { maxLength: 8, selector: (key) => key.replaceAll(/\{[xy]\}/g, "{}") })
  .map((keys) => keys.map((key): Route => ({ routeKey: key, FunctionName: key })));
const requestPath = fc.array(fc.constantFrom("a", "b", "c", "7"), { maxLength: 4 }).map((segments) => `/${segments.join("/")}`);
const requestMethod = fc.constantFrom("GET", "POST", "PUT");

function fits(route: string, path: string): boolean {
  const [wanted, given] = [route, path].map((text) => text.split("/").slice(1)) as [string[], string[]];
  for (const [index, part] of wanted.entries()) {
    if (part.endsWith("+}")) return given.slice(index).join("/") !== "";
    if (given[index] === undefined || (part.startsWith("{") ? given[index] === "" : part !== given[index])) return false;
  }
  return wanted.length === given.length;
}

/** The smaller, the more specific: `0` for text, `1` for a variable, `2` for a greedy one, and the method at the end. */
const rank = (key: string) =>
  (key.split(" ")[1] ?? "")
    .split("/")
    .map((part) => (part.endsWith("+}") ? "2" : part.startsWith("{") ? "1" : "0"))
    .join("") + (key.startsWith("ANY") ? "1" : "0");

function expected(all: readonly Route[], method: string, path: string): string | undefined {
  const fitting = all
    .map((route) => route.routeKey)
    .filter((key) => key !== "$default" && (key.startsWith(method) || key.startsWith("ANY")) && fits(key.split(" ")[1] ?? "", path));
  const best = fitting.sort((a, b) => (rank(a) < rank(b) ? -1 : 1))[0];
  return best ?? all.find((route) => route.routeKey === "$default")?.routeKey;
}

test("An HTTP API's route is the most specific of those that fit, whatever their order.", () => {
  fc.assert(
    fc.property(routes, requestMethod, requestPath, (all, method, path) => {
      const found = httpApiRoute(all, method, path)?.routeKey;
      expect(found).toBe(expected(all, method, path));
      expect(httpApiRoute(all.toReversed(), method, path)?.routeKey).toBe(found);
    }),
  );
});

/** API Gateway takes no second variable beside one of another name. */
function hasOneNameEach(all: readonly Route[]): boolean {
  const resources = [...new Set(all.map(({ routeKey }) => routeKey.split(" ")[1] ?? ""))];
  return new Set(resources.map((resource) => resource.replaceAll(/\{[xy]\}/g, "{}"))).size === resources.length;
}

test("A REST API's route fits method and path, and no resource that fits the path is more specific.", () => {
  fc.assert(
    fc.property(routes, requestMethod, requestPath, (given, method, path) => {
      const all = given.filter(({ routeKey }) => routeKey !== "$default");
      fc.pre(hasOneNameEach(all));
      const found = restRoute(all, method, path)?.routeKey;
      const resources = all.map(({ routeKey }) => routeKey.split(" ")[1] ?? "").filter((resource) => fits(resource, path));
      const bestResource = resources.sort((a, b) => (rank(` ${a}`) < rank(` ${b}`) ? -1 : 1))[0];
      const onIt = all.filter(({ routeKey }) => routeKey.split(" ")[1] === bestResource).map(({ routeKey }) => routeKey);
      expect(found).toBe(onIt.find((key) => key.startsWith(`${method} `)) ?? onIt.find((key) => key.startsWith("ANY ")));
    }),
  );
});

test("What stands in a route and means something to a regular expression is text.", () => {
  const all = [{ routeKey: "GET /a.b/(c)", FunctionName: "fn" }];
  expect(httpApiRoute(all, "GET", "/a.b/(c)")).toBe(all[0]);
  expect(httpApiRoute(all, "GET", "/axb/(c)")).toBeUndefined();
});

test("A route key that no API would take is told of in Korean.", () => {
  const mistaken = (api: Parameters<typeof routeMistake>[0], ...keys: readonly string[]) =>
    keys.filter((key) => routeMistake(api, key) !== undefined);
  const good = ["GET /", "ANY /{proxy+}", "GET /items/{id}", "POST /a/{b}/c", "DELETE /a/{b}/{rest+}"];
  const bad = ["", "GET", "/items", "get /items", "GET items", "GET /{proxy+}/a", "GET /a{b}", "GET /items/", "GET /a b", "FETCH /a"];
  expect(mistaken("rest-api", ...good)).toEqual([]);
  expect(mistaken("http-api", ...good, "$default")).toEqual([]);
  expect(mistaken("http-api", ...bad)).toEqual(bad);
  expect(mistaken("rest-api", ...bad, "$default")).toEqual([...bad, "$default"]);
  expect(mistaken("websocket-api", "$connect", "$disconnect", "$default", "say", "$other", "a b", "")).toEqual(["$other", "a b", ""]);
});

test("The matching takes every route key that is allowed, and no request makes it throw.", () => {
  fc.assert(
    fc.property(routes, fc.webPath(), (all, path) => {
      expect(all.every(({ routeKey }) => routeMistake("http-api", routeKey) === undefined)).toBe(true);
      httpApiRoute(all, "GET", path);
      restRoute(all, "GET", path);
    }),
  );
});
