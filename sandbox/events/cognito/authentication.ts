/** Triggers around a sign-in: cognito developerguide, "Pre authentication" and "Post authentication". */
import { jsonTexts } from "../field-values.ts";
import { type Built, orNull } from "./sign-up.ts";
import { type Attributes, type CognitoEvent, cognitoSource, knownAttributes, type WithClientMetadata } from "./trigger.ts";

export type PreAuthenticationEvent = CognitoEvent<
  "PreAuthentication_Authentication",
  { readonly userAttributes: Attributes; readonly validationData: Attributes | null } & WithClientMetadata,
  Readonly<Record<string, never>>
>;

export const preAuthentication = cognitoSource({
  name: "pre-authentication",
  label: "로그인 전",
  sources: ["PreAuthentication_Authentication"],
  fields: [{ name: "validationData", label: "검증 데이터(JSON 객체)", kind: "json", default: "{}" }],
  namesSource: "before request",
  build: (read, user): Built<PreAuthenticationEvent> => ({
    version: "1",
    request: {
      userAttributes: knownAttributes(user),
      validationData: orNull(jsonTexts(read, "validationData")),
      ...user.clientMetadata,
    },
    response: {},
  }),
});

export type PostAuthenticationEvent = CognitoEvent<
  "PostAuthentication_Authentication",
  { readonly userAttributes: Attributes; readonly newDeviceUsed: boolean } & WithClientMetadata,
  Readonly<Record<string, never>>
>;

export const postAuthentication = cognitoSource({
  name: "post-authentication",
  label: "로그인 후",
  sources: ["PostAuthentication_Authentication"],
  fields: [{ name: "newDevice", label: "처음 보는 기기", kind: "select", default: "false", options: ["false", "true"] }],
  namesSource: "before request",
  build: (read, user): Built<PostAuthenticationEvent> => ({
    version: "1",
    request: { userAttributes: knownAttributes(user), newDeviceUsed: read.text("newDevice") === "true", ...user.clientMetadata },
    response: {},
  }),
});
