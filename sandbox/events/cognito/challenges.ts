/** The three triggers of a sign-in of one's own making: cognito developerguide, "Custom authentication challenge Lambda triggers". */
import { isJsonObject, jsonList, jsonTexts, refused } from "../field-values.ts";
import type { Field, FieldReader } from "../source.ts";
import type { Built } from "./sign-up.ts";
import { type Attributes, type CognitoEvent, cognitoSource, knownAttributes, type WithClientMetadata } from "./trigger.ts";

const STANDARD = ["SRP_A", "PASSWORD_VERIFIER", "SMS_MFA", "DEVICE_SRP_AUTH", "DEVICE_PASSWORD_VERIFIER", "ADMIN_NO_SRP_AUTH"] as const;

/** A challenge that the user has met or failed. */
export type ChallengeResult =
  | { readonly challengeName: (typeof STANDARD)[number]; readonly challengeResult: boolean; readonly challengeMetadata: null }
  | { readonly challengeName: "CUSTOM_CHALLENGE"; readonly challengeResult: boolean; readonly challengeMetadata: string | null };

type Session = readonly ChallengeResult[];

const SESSION: Field = {
  name: "session",
  label: "지난 도전 과제(JSON 배열)",
  kind: "json",
  default: '[{"challengeName":"SRP_A","challengeResult":true}]',
};

export type DefineAuthChallengeEvent = CognitoEvent<
  "DefineAuthChallenge_Authentication",
  { readonly userAttributes: Attributes; readonly session: Session; readonly userNotFound: boolean } & WithClientMetadata,
  { readonly challengeName: null; readonly issueTokens: null; readonly failAuthentication: null }
>;

export const defineAuthChallenge = cognitoSource({
  name: "define-auth-challenge",
  label: "도전 과제 정하기",
  sources: ["DefineAuthChallenge_Authentication"],
  fields: [SESSION],
  namesSource: "before request",
  build: (read, user): Built<DefineAuthChallengeEvent> => ({
    version: "1",
    request: { userAttributes: knownAttributes(user), session: sessionOf(read), userNotFound: false, ...user.clientMetadata },
    response: { challengeName: null, issueTokens: null, failAuthentication: null },
  }),
});

export type CreateAuthChallengeEvent = CognitoEvent<
  "CreateAuthChallenge_Authentication",
  {
    readonly userAttributes: Attributes;
    readonly challengeName: "CUSTOM_CHALLENGE";
    readonly session: Session;
    readonly userNotFound: boolean;
  } & WithClientMetadata,
  { readonly publicChallengeParameters: null; readonly privateChallengeParameters: null; readonly challengeMetadata: null }
>;

export const createAuthChallenge = cognitoSource({
  name: "create-auth-challenge",
  label: "도전 과제 만들기",
  sources: ["CreateAuthChallenge_Authentication"],
  fields: [SESSION],
  namesSource: "before request",
  build: (read, user): Built<CreateAuthChallengeEvent> => ({
    version: "1",
    request: {
      userAttributes: knownAttributes(user),
      challengeName: "CUSTOM_CHALLENGE",
      session: sessionOf(read),
      userNotFound: false,
      ...user.clientMetadata,
    },
    response: { publicChallengeParameters: null, privateChallengeParameters: null, challengeMetadata: null },
  }),
});

export type VerifyAuthChallengeResponseEvent = CognitoEvent<
  "VerifyAuthChallengeResponse_Authentication",
  {
    readonly userAttributes: Attributes;
    readonly privateChallengeParameters: Attributes;
    readonly challengeAnswer: string;
  } & WithClientMetadata,
  { readonly answerCorrect: null }
>;

export const verifyAuthChallengeResponse = cognitoSource({
  name: "verify-auth-challenge-response",
  label: "도전 과제 답 확인하기",
  sources: ["VerifyAuthChallengeResponse_Authentication"],
  fields: [
    { name: "privateParameters", label: "만들 때 감춘 값(JSON 객체)", kind: "json", default: '{"answer":"482913"}' },
    { name: "answer", label: "사용자의 답", kind: "text", default: "482913" },
  ],
  namesSource: "before request",
  build: (read, user): Built<VerifyAuthChallengeResponseEvent> => ({
    version: "1",
    request: {
      userAttributes: knownAttributes(user),
      privateChallengeParameters: jsonTexts(read, "privateParameters"),
      challengeAnswer: read.text("answer"),
      ...user.clientMetadata,
    },
    response: { answerCorrect: null },
  }),
});

function sessionOf(read: FieldReader): Session {
  return jsonList(read, "session").map((entry) => {
    if (!isJsonObject(entry)) throw refused("session", "challengeName과 challengeResult가 있는 객체만 담을 수 있습니다.");
    return challengeResult(entry);
  });
}

function challengeResult(entry: Readonly<Record<string, unknown>>): ChallengeResult {
  const { challengeName, challengeResult: result, challengeMetadata: metadata = null } = entry;
  if (typeof result !== "boolean") throw refused("session", "challengeResult는 true나 false여야 합니다.");
  if (challengeName === "CUSTOM_CHALLENGE" && (metadata === null || typeof metadata === "string")) {
    return { challengeName, challengeResult: result, challengeMetadata: metadata };
  }
  const standard = STANDARD.find((name) => name === challengeName);
  if (standard !== undefined && metadata === null) return { challengeName: standard, challengeResult: result, challengeMetadata: null };
  throw refused(
    "session",
    `challengeName은 다음 가운데 하나여야 하고, 메타데이터는 CUSTOM_CHALLENGE만 가집니다: CUSTOM_CHALLENGE, ${STANDARD.join(", ")}.`,
  );
}
