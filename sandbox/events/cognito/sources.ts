/** Every trigger of a user pool, by the name of its event source. */
import type { EventSource } from "../source.ts";
import { postAuthentication, preAuthentication } from "./authentication.ts";
import { createAuthChallenge, defineAuthChallenge, verifyAuthChallengeResponse } from "./challenges.ts";
import { inboundFederation } from "./federation.ts";
import { customEmailSender, customMessage, customSMSSender } from "./messages.ts";
import { postConfirmation, preSignUp, userMigration } from "./sign-up.ts";
import { preTokenGeneration } from "./tokens.ts";

export const COGNITO_SOURCES = {
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
} as const satisfies Record<string, EventSource<unknown>>;
