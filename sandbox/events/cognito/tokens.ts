/**
 * The trigger before tokens are made: cognito developerguide, "Pre token generation Lambda trigger". Version 1 changes the ID token;
 * versions 2 and 3 also the access token and its scopes, and 3 comes for machines too (client credentials).
 */
import { commaSeparated, refused } from "../field-values.ts";
import type { FieldReader } from "../source.ts";
import type { Built } from "./sign-up.ts";
import { type Attributes, type CognitoEvent, cognitoSource, knownAttributes, type User, type WithClientMetadata } from "./trigger.ts";

const USER_SOURCES = [
  "TokenGeneration_Authentication",
  "TokenGeneration_HostedAuth",
  "TokenGeneration_NewPasswordChallenge",
  "TokenGeneration_AuthenticateDevice",
  "TokenGeneration_RefreshTokens",
] as const;

interface TokenRequest extends WithClientMetadata {
  readonly userAttributes: Attributes;
  readonly groupConfiguration: {
    readonly groupsToOverride: readonly string[];
    readonly iamRolesToOverride: readonly string[];
    readonly preferredRole: string | null;
  };
}

type UserSource = (typeof USER_SOURCES)[number];

export type PreTokenGenerationV1Event = CognitoEvent<UserSource, TokenRequest, { readonly claimsOverrideDetails: null }>;

export type PreTokenGenerationV2Event = CognitoEvent<
  UserSource,
  TokenRequest & { readonly scopes: readonly string[] },
  { readonly claimsAndScopeOverrideDetails: null },
  "2"
>;

export type PreTokenGenerationV3Event = CognitoEvent<
  UserSource | "TokenGeneration_ClientCredentials",
  PreTokenGenerationV2Event["request"],
  PreTokenGenerationV2Event["response"],
  "3"
>;

export type PreTokenGenerationEvent = PreTokenGenerationV1Event | PreTokenGenerationV2Event | PreTokenGenerationV3Event;

type Request = TokenRequest & { readonly scopes?: readonly string[] };
type Response = PreTokenGenerationV1Event["response"] | PreTokenGenerationV2Event["response"];

export const preTokenGeneration = cognitoSource<PreTokenGenerationV3Event["triggerSource"], Request, Response, "1" | "2" | "3">({
  name: "pre-token-generation",
  label: "토큰 만들기 전",
  sources: [...USER_SOURCES, "TokenGeneration_ClientCredentials"],
  fields: [
    { name: "version", label: "이벤트 버전", kind: "select", default: "1", options: ["1", "2", "3"] },
    { name: "groups", label: "사용자의 그룹(쉼표로 나눔)", kind: "text", default: "" },
    { name: "scopes", label: "범위(쉼표로 나눔, 버전 2와 3)", kind: "text", default: "aws.cognito.signin.user.admin" },
  ],
  namesSource: "after version",
  build(read, user, source) {
    const version = read.text("version");
    const isMachine = source === "TokenGeneration_ClientCredentials";
    if (isMachine && version !== "3") throw refused("version", "TokenGeneration_ClientCredentials는 버전 3에서만 옵니다.");
    return version === "1" ? idTokenOnly(read, user) : bothTokens(read, user, version === "2" ? "2" : "3", isMachine);
  },
});

function idTokenOnly(read: FieldReader, user: User): Built<PreTokenGenerationV1Event> {
  const request = { userAttributes: knownAttributes(user), groupConfiguration: groupsOf(read), ...user.clientMetadata };
  return { version: "1", request, response: { claimsOverrideDetails: null } };
}

/** A machine is no user and has no attributes. */
function bothTokens(
  read: FieldReader,
  user: User,
  version: "2" | "3",
  isMachine: boolean,
): Built<PreTokenGenerationV2Event | PreTokenGenerationV3Event> {
  const request = {
    userAttributes: isMachine ? {} : knownAttributes(user),
    groupConfiguration: groupsOf(read),
    scopes: commaSeparated(read.text("scopes")),
    ...user.clientMetadata,
  };
  return { version, request, response: { claimsAndScopeOverrideDetails: null } };
}

const groupsOf = (read: FieldReader): TokenRequest["groupConfiguration"] => ({
  groupsToOverride: commaSeparated(read.text("groups")),
  iamRolesToOverride: [],
  preferredRole: null,
});
