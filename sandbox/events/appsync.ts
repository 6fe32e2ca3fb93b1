/**
 * What AppSync hands to a function that resolves a field directly: the whole resolver context (appsync dg, "Direct Lambda
 * resolvers"). Order of keys as in AWS's sample; header names are lower case.
 */
import { uuid } from "../time/random.ts";
import { commaSeparated, isJsonObject, jsonObject, refused, textMatching, userNameOf } from "./field-values.ts";
import { lowerCaseId, mixedCaseId, traceHeader } from "./identifiers.ts";
import { type EventContext, type EventSource, type Field, type FieldReader, fieldReader } from "./source.ts";

export interface AppSyncEvent {
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly identity: AppSyncIdentity | null;
  /** The parent's value; null for a field of Query, Mutation or Subscription. */
  readonly source: Readonly<Record<string, unknown>> | null;
  readonly request: { readonly headers: Readonly<Record<string, string>>; readonly domainName: null };
  /** Of a pipeline: what the function before gave. */
  readonly prev: null;
  readonly info: {
    readonly selectionSetList: readonly string[];
    readonly selectionSetGraphQL: string;
    readonly parentTypeName: string;
    readonly fieldName: string;
    readonly variables: Readonly<Record<string, unknown>>;
  };
  readonly stash: Readonly<Record<string, never>>;
}

export type AppSyncIdentity = CognitoIdentity | IamIdentity | LambdaIdentity;

interface CognitoIdentity {
  readonly claims: Readonly<Record<string, unknown>>;
  readonly defaultAuthStrategy: "ALLOW";
  readonly groups: readonly string[] | null;
  readonly issuer: string;
  readonly sourceIp: readonly string[];
  readonly sub: string;
  readonly username: string;
}

interface IamIdentity {
  readonly accountId: string;
  readonly cognitoIdentityAuthProvider: null;
  readonly cognitoIdentityAuthType: null;
  readonly cognitoIdentityId: null;
  readonly cognitoIdentityPoolId: null;
  readonly sourceIp: readonly string[];
  readonly userArn: string;
  readonly username: string;
}

interface LambdaIdentity {
  readonly resolverContext: Readonly<Record<string, unknown>>;
}

const FIELDS: readonly Field[] = [
  { name: "parent", label: "부모 유형", kind: "text", default: "Query" },
  { name: "field", label: "필드", kind: "text", default: "getOrder" },
  { name: "arguments", label: "인수(JSON 객체)", kind: "json", default: '{"id":"order-1"}' },
  { name: "source", label: "부모의 값(JSON, 없으면 null)", kind: "json", default: "null" },
  { name: "selection", label: "고른 필드(쉼표로 나눔)", kind: "text", default: "id,status,quantity" },
  { name: "variables", label: "변수(JSON 객체)", kind: "json", default: "{}" },
  {
    name: "identity",
    label: "인증",
    kind: "select",
    default: "Cognito 사용자 풀",
    options: ["Cognito 사용자 풀", "IAM", "Lambda", "API 키"],
  },
  { name: "user", label: "사용자 이름", kind: "text", default: "minji" },
  { name: "groups", label: "사용자의 그룹(쉼표로 나눔)", kind: "text", default: "" },
  { name: "sourceIp", label: "클라이언트 IP 주소", kind: "text", default: "203.0.113.10" },
];

/** GraphQL, "Names". */
const NAME = /^[_A-Za-z][_0-9A-Za-z]*$/;

export const appsync: EventSource<AppSyncEvent> = {
  name: "appsync",
  label: "AppSync 리졸버",
  fields: FIELDS,
  build(values, context) {
    const read = fieldReader(FIELDS, values);
    const selectionSetList = commaSeparated(read.text("selection"));
    return {
      arguments: jsonObject(read, "arguments"),
      identity: identityOf(context, read),
      source: sourceOf(read),
      request: { headers: headers(context, read), domainName: null },
      prev: null,
      info: {
        selectionSetList,
        selectionSetGraphQL: selectionSetList.length === 0 ? "" : `{\n${selectionSetList.map((name) => `  ${name}\n`).join("")}}`,
        parentTypeName: textMatching(read, "parent", NAME, "GraphQL 이름이어야 합니다."),
        fieldName: textMatching(read, "field", NAME, "GraphQL 이름이어야 합니다."),
        variables: jsonObject(read, "variables"),
      },
      stash: {},
    };
  },
};

function sourceOf(read: FieldReader): AppSyncEvent["source"] {
  const source = read.json("source");
  if (source === null || isJsonObject(source)) return source;
  throw refused("source", "JSON 객체나 null이어야 합니다.");
}

function identityOf(context: EventContext, read: FieldReader): AppSyncIdentity | null {
  const username = userNameOf(read);
  const sourceIp = [read.text("sourceIp")];
  switch (read.text("identity")) {
    case "IAM":
      return iamIdentity(context, username, sourceIp);
    case "Lambda":
      return { resolverContext: { user: username } };
    case "API 키":
      return null;
    default:
      return cognitoIdentity(context, username, sourceIp, commaSeparated(read.text("groups")));
  }
}

function iamIdentity({ accountId }: EventContext, username: string, sourceIp: readonly string[]): IamIdentity {
  return {
    accountId,
    cognitoIdentityAuthProvider: null,
    cognitoIdentityAuthType: null,
    cognitoIdentityId: null,
    cognitoIdentityPoolId: null,
    sourceIp,
    userArn: `arn:aws:iam::${accountId}:user/${username}`,
    username,
  };
}

function cognitoIdentity(context: EventContext, username: string, sourceIp: readonly string[], groups: readonly string[]): CognitoIdentity {
  const { at, random, region } = context;
  const issuer = `https://cognito-idp.${region}.amazonaws.com/${region}_${mixedCaseId(random.fork("user pool"), 9)}`;
  const sub = uuid(random.fork(`user ${username}`));
  const signedIn = Math.floor(at / 1000) - 60;
  return {
    claims: {
      sub,
      email_verified: true,
      iss: issuer,
      "cognito:username": username,
      ...(groups.length > 0 && { "cognito:groups": groups }),
      aud: lowerCaseId(random.fork("app client"), 26),
      event_id: uuid(random),
      token_use: "id",
      auth_time: signedIn,
      exp: signedIn + 3600,
      iat: signedIn,
      email: `${username}@example.com`,
    },
    defaultAuthStrategy: "ALLOW",
    groups: groups.length > 0 ? groups : null,
    issuer,
    sourceIp,
    sub,
    username,
  };
}

function headers({ at, random, region }: EventContext, read: FieldReader): Readonly<Record<string, string>> {
  return {
    "x-forwarded-for": read.text("sourceIp"),
    host: `${lowerCaseId(random.fork("graphql api"), 26)}.appsync-api.${region}.amazonaws.com`,
    "x-forwarded-proto": "https",
    "user-agent": "curl/8.17.0",
    accept: "*/*",
    "content-type": "application/json",
    "x-amzn-trace-id": traceHeader(random, Math.floor(at / 1000)),
    "x-forwarded-port": "443",
  };
}
