/** The triggers of user pools as zod knows them. For the build and Node only: zod stays out of pages. */
import { z } from "zod";
import type { PostAuthenticationEvent, PreAuthenticationEvent } from "./authentication.ts";
import type { CreateAuthChallengeEvent, DefineAuthChallengeEvent, VerifyAuthChallengeResponseEvent } from "./challenges.ts";
import type { InboundFederationEvent } from "./federation.ts";
import type { CustomEmailSenderEvent, CustomMessageEvent, CustomSMSSenderEvent } from "./messages.ts";
import type { PostConfirmationEvent, PreSignUpEvent, UserMigrationEvent } from "./sign-up.ts";
import type { COGNITO_SOURCES } from "./sources.ts";
import type { PreTokenGenerationEvent } from "./tokens.ts";

const texts = z.record(z.string(), z.string());
const nothing = z.strictObject({});
const metadata = { clientMetadata: texts.exactOptional() };
const attributes = { userAttributes: texts };

function event<Version extends string, Source extends z.ZodType<string>, Request extends z.ZodType, Response extends z.ZodType>(
  version: Version,
  triggerSource: Source,
  request: Request,
  response: Response,
) {
  return z.strictObject({
    version: z.literal(version),
    region: z.string(),
    userPoolId: z.string().regex(/^[a-z0-9-]+_[A-Za-z0-9]{9}$/),
    userName: z.string(),
    callerContext: z.object({ awsSdkVersion: z.string(), clientId: z.string().length(26) }),
    triggerSource,
    request,
    response,
  });
}

const preSignUp: z.ZodType<PreSignUpEvent> = event(
  "1",
  z.enum(["PreSignUp_SignUp", "PreSignUp_AdminCreateUser", "PreSignUp_ExternalProvider"]),
  z.strictObject({ ...attributes, validationData: texts.nullable(), ...metadata }),
  z.strictObject({ autoConfirmUser: z.boolean(), autoVerifyEmail: z.boolean(), autoVerifyPhone: z.boolean() }),
);

const postConfirmation: z.ZodType<PostConfirmationEvent> = event(
  "1",
  z.enum(["PostConfirmation_ConfirmSignUp", "PostConfirmation_ConfirmForgotPassword"]),
  z.strictObject({ ...attributes, ...metadata }),
  nothing,
);

const preAuthentication: z.ZodType<PreAuthenticationEvent> = event(
  "1",
  z.literal("PreAuthentication_Authentication"),
  z.strictObject({ ...attributes, validationData: texts.nullable(), ...metadata }),
  nothing,
);

const postAuthentication: z.ZodType<PostAuthenticationEvent> = event(
  "1",
  z.literal("PostAuthentication_Authentication"),
  z.strictObject({ ...attributes, newDeviceUsed: z.boolean(), ...metadata }),
  nothing,
);

const userSource = z.enum([
  "TokenGeneration_Authentication",
  "TokenGeneration_HostedAuth",
  "TokenGeneration_NewPasswordChallenge",
  "TokenGeneration_AuthenticateDevice",
  "TokenGeneration_RefreshTokens",
]);
const tokenRequest = z.strictObject({
  ...attributes,
  groupConfiguration: z.strictObject({
    groupsToOverride: z.array(z.string()),
    iamRolesToOverride: z.array(z.string()),
    preferredRole: z.string().nullable(),
  }),
  ...metadata,
});
const scopedRequest = tokenRequest.extend({ scopes: z.array(z.string()) });
const scopedResponse = z.strictObject({ claimsAndScopeOverrideDetails: z.null() });

const preTokenGeneration: z.ZodType<PreTokenGenerationEvent> = z.discriminatedUnion("version", [
  event("1", userSource, tokenRequest, z.strictObject({ claimsOverrideDetails: z.null() })),
  event("2", userSource, scopedRequest, scopedResponse),
  event("3", z.union([userSource, z.literal("TokenGeneration_ClientCredentials")]), scopedRequest, scopedResponse),
]);

const customMessage: z.ZodType<CustomMessageEvent> = event(
  "1",
  z.templateLiteral(["CustomMessage_", occasion()]),
  z.strictObject({
    ...attributes,
    codeParameter: z.string(),
    linkParameter: z.string(),
    usernameParameter: z.string().nullable(),
    ...metadata,
  }),
  z.strictObject({ smsMessage: z.null(), emailMessage: z.null(), emailSubject: z.null() }),
);

const senderRequest = <Type extends string>(type: Type) =>
  z.strictObject({ type: z.literal(type), code: z.base64().startsWith("AYADe"), ...attributes, ...metadata });

const customEmailSender: z.ZodType<CustomEmailSenderEvent> = event(
  "1",
  z.templateLiteral(["CustomEmailSender_", occasion()]),
  senderRequest("customEmailSenderRequestV1"),
  nothing,
);

const customSMSSender: z.ZodType<CustomSMSSenderEvent> = event(
  "1",
  z.templateLiteral(["CustomSMSSender_", occasion()]),
  senderRequest("customSMSSenderRequestV1"),
  nothing,
);

function occasion() {
  return z.enum([
    "SignUp",
    "ResendCode",
    "ForgotPassword",
    "UpdateUserAttribute",
    "VerifyUserAttribute",
    "AdminCreateUser",
    "Authentication",
  ]);
}

const userMigration: z.ZodType<UserMigrationEvent> = event(
  "1",
  z.enum(["UserMigration_Authentication", "UserMigration_ForgotPassword"]),
  z.strictObject({ password: z.string().nullable(), validationData: texts.nullable(), userAttributes: z.null(), ...metadata }),
  z.strictObject({
    userAttributes: z.null(),
    forceAliasCreation: z.null(),
    enableSMSMFA: z.null(),
    finalUserStatus: z.null(),
    messageAction: z.null(),
    desiredDeliveryMediums: z.null(),
  }),
);

const session = z.array(
  z.union([
    z.strictObject({
      challengeName: z.enum(["SRP_A", "PASSWORD_VERIFIER", "SMS_MFA", "DEVICE_SRP_AUTH", "DEVICE_PASSWORD_VERIFIER", "ADMIN_NO_SRP_AUTH"]),
      challengeResult: z.boolean(),
      challengeMetadata: z.null(),
    }),
    z.strictObject({
      challengeName: z.literal("CUSTOM_CHALLENGE"),
      challengeResult: z.boolean(),
      challengeMetadata: z.string().nullable(),
    }),
  ]),
);

const defineAuthChallenge: z.ZodType<DefineAuthChallengeEvent> = event(
  "1",
  z.literal("DefineAuthChallenge_Authentication"),
  z.strictObject({ ...attributes, session, userNotFound: z.boolean(), ...metadata }),
  z.strictObject({ challengeName: z.null(), issueTokens: z.null(), failAuthentication: z.null() }),
);

const createAuthChallenge: z.ZodType<CreateAuthChallengeEvent> = event(
  "1",
  z.literal("CreateAuthChallenge_Authentication"),
  z.strictObject({ ...attributes, challengeName: z.literal("CUSTOM_CHALLENGE"), session, userNotFound: z.boolean(), ...metadata }),
  z.strictObject({ publicChallengeParameters: z.null(), privateChallengeParameters: z.null(), challengeMetadata: z.null() }),
);

const verifyAuthChallengeResponse: z.ZodType<VerifyAuthChallengeResponseEvent> = event(
  "1",
  z.literal("VerifyAuthChallengeResponse_Authentication"),
  z.strictObject({ ...attributes, privateChallengeParameters: texts, challengeAnswer: z.string(), ...metadata }),
  z.strictObject({ answerCorrect: z.null() }),
);

const inboundFederation: z.ZodType<InboundFederationEvent> = event(
  "1",
  z.literal("InboundFederation_ExternalProvider"),
  z.strictObject({
    providerName: z.string(),
    providerType: z.enum(["Google", "OIDC", "SAML", "Facebook", "SignInWithApple", "LoginWithAmazon"]),
    attributes: z.union([
      z.strictObject({ samlResponse: texts }),
      z.strictObject({ tokenResponse: texts, idToken: texts, userInfo: texts }),
    ]),
  }),
  z.strictObject({ userAttributesToMap: texts }),
);

export const COGNITO_SCHEMAS = {
  "cognito-pre-signup": preSignUp,
  "cognito-post-confirmation": postConfirmation,
  "cognito-pre-authentication": preAuthentication,
  "cognito-post-authentication": postAuthentication,
  "cognito-pre-token-generation": preTokenGeneration,
  "cognito-custom-message": customMessage,
  "cognito-user-migration": userMigration,
  "cognito-define-auth-challenge": defineAuthChallenge,
  "cognito-create-auth-challenge": createAuthChallenge,
  "cognito-verify-auth-challenge-response": verifyAuthChallengeResponse,
  "cognito-custom-email-sender": customEmailSender,
  "cognito-custom-sms-sender": customSMSSender,
  "cognito-inbound-federation": inboundFederation,
} as const satisfies Record<keyof typeof COGNITO_SOURCES, z.ZodType>;
