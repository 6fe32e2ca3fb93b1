/** What a TOKEN authorizer of a REST API gets: apigateway dg, "Input to an API Gateway Lambda authorizer". */
import { refused } from "./field-values.ts";
import { apiOf, stageOf } from "./rest-request.ts";
import { type EventContext, type EventSource, type Field, type FieldReader, fieldReader } from "./source.ts";
import { wirePath } from "./url-text.ts";

export interface TokenAuthorizerEvent {
  readonly type: "TOKEN";
  readonly methodArn: string;
  readonly authorizationToken: string;
}

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"] as const;

const FIELDS: readonly Field[] = [
  { name: "token", label: "토큰(Authorization 헤더의 값)", kind: "text", default: "Bearer my-token" },
  { name: "method", label: "메서드", kind: "select", default: "GET", options: METHODS },
  { name: "path", label: "경로", kind: "text", default: "/orders" },
  { name: "stage", label: "스테이지", kind: "text", default: "prod" },
];

export const authorizerToken: EventSource<TokenAuthorizerEvent> = {
  name: "authorizer-token",
  label: "REST API 람다 권한 부여자(TOKEN)",
  fields: FIELDS,
  build(values, context) {
    const read = fieldReader(FIELDS, values);
    const authorizationToken = read.text("token");
    if (authorizationToken === "") throw refused("token", "토큰이 없으면 API Gateway가 401로 답하고 함수는 호출되지 않습니다.");
    return { type: "TOKEN", methodArn: methodArnOf(read, context), authorizationToken };
  },
};

function methodArnOf(read: FieldReader, context: EventContext): string {
  const path = read.text("path");
  if (!path.startsWith("/")) throw refused("path", `경로는 /로 시작해야 합니다. 받은 값: ${path}`);
  return methodArn(context, stageOf(read), read.text("method"), wirePath(path));
}

/** `arn:aws:execute-api:ap-northeast-2:123456789012:3q2x9k0b1z/prod/GET/orders` */
export function methodArn(context: EventContext, stage: string, method: string, path: string): string {
  const { region, accountId } = context;
  return `arn:aws:execute-api:${region}:${accountId}:${apiOf(context).apiId}/${stage}/${method}${path}`;
}
