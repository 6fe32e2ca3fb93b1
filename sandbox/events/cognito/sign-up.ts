/** Triggers around the making of users: cognito developerguide, "Pre sign-up", "Post confirmation" and "Migrate user". */
import { jsonTexts } from "../field-values.ts";
import type { Field } from "../source.ts";
import { type Attributes, type CognitoEvent, cognitoSource, knownAttributes, type WithClientMetadata } from "./trigger.ts";

const VALIDATION_DATA: Field = { name: "validationData", label: "검증 데이터(JSON 객체)", kind: "json", default: "{}" };

export type PreSignUpEvent = CognitoEvent<
  "PreSignUp_SignUp" | "PreSignUp_AdminCreateUser" | "PreSignUp_ExternalProvider",
  { readonly userAttributes: Attributes; readonly validationData: Attributes | null } & WithClientMetadata,
  { readonly autoConfirmUser: boolean; readonly autoVerifyEmail: boolean; readonly autoVerifyPhone: boolean }
>;

export const preSignUp = cognitoSource({
  name: "pre-signup",
  label: "가입 전",
  sources: ["PreSignUp_SignUp", "PreSignUp_AdminCreateUser", "PreSignUp_ExternalProvider"],
  fields: [VALIDATION_DATA],
  namesSource: "before request",
  build: (read, { written, clientMetadata }): Built<PreSignUpEvent> => ({
    version: "1",
    // There is no user yet, so no sub and no status.
    request: { userAttributes: written, validationData: orNull(jsonTexts(read, "validationData")), ...clientMetadata },
    response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
  }),
});

export type PostConfirmationEvent = CognitoEvent<
  "PostConfirmation_ConfirmSignUp" | "PostConfirmation_ConfirmForgotPassword",
  { readonly userAttributes: Attributes } & WithClientMetadata,
  Readonly<Record<string, never>>
>;

export const postConfirmation = cognitoSource({
  name: "post-confirmation",
  label: "확인 후",
  sources: ["PostConfirmation_ConfirmSignUp", "PostConfirmation_ConfirmForgotPassword"],
  namesSource: "before request",
  build: (_, user): Built<PostConfirmationEvent> => ({
    version: "1",
    request: { userAttributes: knownAttributes(user), ...user.clientMetadata },
    response: {},
  }),
});

export type UserMigrationEvent = CognitoEvent<
  "UserMigration_Authentication" | "UserMigration_ForgotPassword",
  /** Who forgot the password sends none. */
  { readonly password: string | null; readonly validationData: Attributes | null; readonly userAttributes: null } & WithClientMetadata,
  {
    readonly userAttributes: null;
    readonly forceAliasCreation: null;
    readonly enableSMSMFA: null;
    readonly finalUserStatus: null;
    readonly messageAction: null;
    readonly desiredDeliveryMediums: null;
  }
>;

export const userMigration = cognitoSource({
  name: "user-migration",
  label: "사용자 이전",
  sources: ["UserMigration_Authentication", "UserMigration_ForgotPassword"],
  fields: [{ name: "password", label: "사용자가 넣은 비밀번호", kind: "text", default: "correct-horse-1" }, VALIDATION_DATA],
  namesSource: "after version",
  build: (read, { clientMetadata }, source): Built<UserMigrationEvent> => ({
    version: "1",
    request: {
      password: source === "UserMigration_Authentication" ? read.text("password") : null,
      validationData: orNull(jsonTexts(read, "validationData")),
      userAttributes: null,
      ...clientMetadata,
    },
    response: {
      userAttributes: null,
      forceAliasCreation: null,
      enableSMSMFA: null,
      finalUserStatus: null,
      messageAction: null,
      desiredDeliveryMediums: null,
    },
  }),
});

/** What a trigger adds to an event. */
export type Built<Event extends { readonly version: string; readonly request: unknown; readonly response: unknown }> = Pick<
  Event,
  "version" | "request" | "response"
>;

export const orNull = (texts: Attributes) => (Object.keys(texts).length === 0 ? null : texts);
