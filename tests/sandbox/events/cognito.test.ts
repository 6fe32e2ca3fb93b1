import { expect, test } from "vitest";
import { preAuthentication } from "../../../sandbox/events/cognito/authentication.ts";
import { defineAuthChallenge, verifyAuthChallengeResponse } from "../../../sandbox/events/cognito/challenges.ts";
import { inboundFederation } from "../../../sandbox/events/cognito/federation.ts";
import { customEmailSender, customMessage, customSMSSender } from "../../../sandbox/events/cognito/messages.ts";
import { postConfirmation, preSignUp, userMigration } from "../../../sandbox/events/cognito/sign-up.ts";
import { COGNITO_SOURCES } from "../../../sandbox/events/cognito/sources.ts";
import { preTokenGeneration } from "../../../sandbox/events/cognito/tokens.ts";
import { eventContext } from "./context.ts";

test("Every trigger of one pool names the same pool, app client and user", () => {
  const events = Object.values(COGNITO_SOURCES).map((source) => source.build({}, eventContext()));
  expect(new Set(events.map(({ userPoolId }) => userPoolId)).size).toBe(1);
  expect(new Set(events.map(({ callerContext }) => callerContext.clientId)).size).toBe(1);
  expect(new Set(events.map(({ userName }) => userName))).toEqual(new Set(["minji"]));
});

test("Before the sign-up a user has no sub; after it the same one in every event", () => {
  expect(preSignUp.build({}, eventContext()).request.userAttributes).toEqual({ email: "minji@example.com" });
  const confirmed = postConfirmation.build({}, eventContext()).request.userAttributes;
  expect(Object.keys(confirmed)).toEqual(["sub", "cognito:user_status", "email_verified", "email"]);
  expect(preAuthentication.build({}, eventContext(1)).request.userAttributes.sub).toBe(confirmed.sub);
  expect(preAuthentication.build({ user: "jiho" }, eventContext(1)).request.userAttributes.sub).not.toBe(confirmed.sub);
});

test("Metadata of the app is in the request only where the app gave some", () => {
  expect(preSignUp.build({}, eventContext()).request).not.toHaveProperty("clientMetadata");
  expect(preSignUp.build({ clientMetadata: '{"plan":"pro"}' }, eventContext()).request.clientMetadata).toEqual({ plan: "pro" });
});

test("The function's answers are null or false before it gives them", () => {
  expect(preSignUp.build({}, eventContext()).response).toEqual({ autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false });
  expect(verifyAuthChallengeResponse.build({}, eventContext()).response).toEqual({ answerCorrect: null });
  expect(Object.values(userMigration.build({}, eventContext()).response).every((value) => value === null)).toBe(true);
});

test("Who signs in to be migrated sends a password, who forgot it none", () => {
  expect(userMigration.build({ password: "p" }, eventContext()).request.password).toBe("p");
  expect(userMigration.build({ triggerSource: "UserMigration_ForgotPassword" }, eventContext()).request.password).toBeNull();
});

test("Version 1 before tokens has no scopes, 2 and 3 have, and only 3 comes for machines, which have no attributes", () => {
  expect(preTokenGeneration.build({}, eventContext()).request).not.toHaveProperty("scopes");
  expect(preTokenGeneration.build({ version: "2", groups: "admins, staff" }, eventContext()).request).toMatchObject({
    scopes: ["aws.cognito.signin.user.admin"],
    groupConfiguration: { groupsToOverride: ["admins", "staff"], iamRolesToOverride: [], preferredRole: null },
  });
  const machine = { triggerSource: "TokenGeneration_ClientCredentials" };
  expect(preTokenGeneration.build({ ...machine, version: "3" }, eventContext()).request.userAttributes).toEqual({});
  expect(() => preTokenGeneration.build({ ...machine, version: "2" }, eventContext())).toThrow(
    "‘version’ 필드: TokenGeneration_ClientCredentials는 버전 3에서만 옵니다.",
  );
});

test("A message for a user whom an administrator made has a place for the name, others only for the code", () => {
  expect(customMessage.build({}, eventContext()).request).toMatchObject({ codeParameter: "{####}", usernameParameter: null });
  const made = customMessage.build({ triggerSource: "CustomMessage_AdminCreateUser" }, eventContext()).request;
  expect(made.usernameParameter).toBe("{username}");
  expect(made.userAttributes["cognito:user_status"]).toBe("FORCE_CHANGE_PASSWORD");
});

test("A sender gets the code encrypted, in a message of the AWS Encryption SDK", () => {
  for (const [sender, type] of [
    [customEmailSender, "customEmailSenderRequestV1"],
    [customSMSSender, "customSMSSenderRequestV1"],
  ] as const) {
    const { request } = sender.build({}, eventContext());
    expect(request.type).toBe(type);
    // Version 1, customer authenticated encrypted data, algorithm 0x0378.
    expect([...Buffer.from(request.code, "base64").subarray(0, 4)]).toEqual([0x01, 0x80, 0x03, 0x78]);
  }
});

test("Challenges are those that Cognito knows, and only one's own has metadata", () => {
  const session = (written: string) => () => defineAuthChallenge.build({ session: written }, eventContext()).request.session;
  expect(session('[{"challengeName":"SRP_A","challengeResult":true}]')()).toEqual([
    { challengeName: "SRP_A", challengeResult: true, challengeMetadata: null },
  ]);
  expect(session('[{"challengeName":"CUSTOM_CHALLENGE","challengeResult":false,"challengeMetadata":"CODE-1"}]')()).toHaveLength(1);
  expect(session('[{"challengeName":"SRP_A","challengeResult":"yes"}]')).toThrow(
    "‘session’ 필드: challengeResult는 true나 false여야 합니다.",
  );
  expect(session('[{"challengeName":"SRP_A","challengeResult":true,"challengeMetadata":"x"}]')).toThrow("메타데이터는 CUSTOM_CHALLENGE만");
  expect(session('["SRP_A"]')).toThrow("‘session’ 필드: challengeName과 challengeResult가 있는 객체만");
});

test("A SAML provider gives its response, others their tokens", () => {
  expect(Object.keys(inboundFederation.build({ provider: "SAML" }, eventContext()).request.attributes)).toEqual(["samlResponse"]);
  expect(Object.keys(inboundFederation.build({ provider: "OIDC" }, eventContext()).request.attributes)).toEqual([
    "tokenResponse",
    "idToken",
    "userInfo",
  ]);
});
