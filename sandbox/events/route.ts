/** Routes of an HTTP API: `$default`, `GET /items/{id}`, `ANY /files/{proxy+}`. apigateway dg, "Create routes for HTTP APIs". */
import { FieldError } from "./source.ts";

/** The path parameters of a request that the route takes. Throws where the route would not have taken it. */
export function matchedRoute(routeKey: string, method: string, path: string): Readonly<Record<string, string>> {
  if (routeKey === "$default") return {};
  const [routeMethod = "", routePath = ""] = routeKey.split(" ");
  if (!/^(ANY|GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) \/\S*$/.test(routeKey)) {
    throw refusal(`라우트는 $default, 또는 GET /items/{id} 꼴이어야 합니다. 받은 값: ${routeKey}`);
  }
  const parameters = pathParameters(routePath, path);
  if (parameters === undefined || (routeMethod !== "ANY" && routeMethod !== method)) {
    throw refusal(`요청 ${method} ${path}, 라우트 ${routeKey}: 서로 맞지 않아 API Gateway가 404로 답하고 함수는 호출되지 않습니다.`);
  }
  return parameters;
}

/** `/items/{id}` and `/items/7` → `{ id: "7" }`; undefined where the path is not of the route. */
export function pathParameters(routePath: string, path: string): Record<string, string> | undefined {
  const names: string[] = [];
  const pattern = routePath.replace(/\{([^{}/]+?)(\+?)\}|[.*+?^${}()|[\]\\]/g, (part: string, name?: string, greedy?: string) => {
    if (name === undefined) return `\\${part}`;
    names.push(name);
    return greedy === "+" ? "(.+)" : "([^/]+)";
  });
  const match = new RegExp(`^${pattern}$`, "u").exec(path);
  if (match === null) return undefined;
  return Object.fromEntries(names.map((name, index) => [name, match[index + 1] ?? ""]));
}

const refusal = (sentence: string) => new FieldError("route", `‘route’ 필드: ${sentence}`);
