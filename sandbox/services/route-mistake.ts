/** What is wrong with a route key, as a Korean sentence for who wrote the scenario; undefined where nothing is. */
import type { FrontEnd } from "./front-end.ts";

type Api = Exclude<FrontEnd["type"], "alb">;

const METHOD = "(?:ANY|GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)";
/** A variable is a whole segment, and a greedy one the last (apigateway dg, "Create routes for HTTP APIs"). */
const PATH = String.raw`(?:/|(?:/(?:[^\s/{}]+|\{[^\s/{}+]+\}))*(?:/\{[^\s/{}+]+\+\})?)`;
const RESOURCE = new RegExp(`^${METHOD} (?=/)${PATH}$`);

export function routeMistake(api: Api, routeKey: string): string | undefined {
  switch (api) {
    case "rest-api":
      if (isResource(routeKey)) return undefined;
      return `REST API의 라우트는 GET /items/{id}나 ANY /{proxy+} 꼴입니다. 받은 값: ${routeKey}`;
    case "http-api":
      if (routeKey === "$default" || isResource(routeKey)) return undefined;
      return `HTTP API의 라우트는 $default, 또는 GET /items/{id}나 ANY /{proxy+} 꼴입니다. 받은 값: ${routeKey}`;
    case "websocket-api":
      if (/^(?:\$connect|\$disconnect|\$default|[^\s$]\S*)$/.test(routeKey)) return undefined;
      return `WebSocket API의 라우트는 $connect, $disconnect, $default, 또는 메시지의 action에 적는 이름입니다. 받은 값: ${routeKey}`;
  }
}

const isResource = (routeKey: string) => RESOURCE.test(routeKey);
