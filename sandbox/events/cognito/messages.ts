/**
 * Triggers for mails and text messages: cognito developerguide, "Custom message", "Custom email sender" and "Custom SMS sender".
 * A custom message has a placeholder where the code will stand; a custom sender gets the code, encrypted with a KMS key.
 */
import { base64 } from "../base64.ts";
import type { Built } from "./sign-up.ts";
import { type Attributes, type CognitoEvent, cognitoSource, knownAttributes, type User, type WithClientMetadata } from "./trigger.ts";

const OCCASIONS = [
  "SignUp",
  "ResendCode",
  "ForgotPassword",
  "UpdateUserAttribute",
  "VerifyUserAttribute",
  "AdminCreateUser",
  "Authentication",
] as const;
type Occasion = (typeof OCCASIONS)[number];

export type CustomMessageEvent = CognitoEvent<
  `CustomMessage_${Occasion}`,
  {
    readonly userAttributes: Attributes;
    readonly codeParameter: string;
    readonly linkParameter: string;
    /** Only a user whom an administrator made has to be told the name. */
    readonly usernameParameter: string | null;
  } & WithClientMetadata,
  { readonly smsMessage: null; readonly emailMessage: null; readonly emailSubject: null }
>;

export const customMessage = cognitoSource({
  name: "custom-message",
  label: "메시지 고치기",
  sources: occasions("CustomMessage"),
  namesSource: "before request",
  build: (_, user, source): Built<CustomMessageEvent> => ({
    version: "1",
    request: {
      userAttributes: attributesAt(user, source),
      codeParameter: "{####}",
      linkParameter: "{##Click Here##}",
      usernameParameter: source === "CustomMessage_AdminCreateUser" ? "{username}" : null,
      ...user.clientMetadata,
    },
    response: { smsMessage: null, emailMessage: null, emailSubject: null },
  }),
});

type SenderRequest<Type extends string> = {
  readonly type: Type;
  /** Base64 of what the AWS Encryption SDK made. */
  readonly code: string;
  readonly userAttributes: Attributes;
} & WithClientMetadata;

export type CustomEmailSenderEvent = CognitoEvent<
  `CustomEmailSender_${Occasion}`,
  SenderRequest<"customEmailSenderRequestV1">,
  Readonly<Record<string, never>>
>;

export const customEmailSender = cognitoSource({
  name: "custom-email-sender",
  label: "메일 직접 보내기",
  sources: occasions("CustomEmailSender"),
  namesSource: "after version",
  build: (_, user, source): Built<CustomEmailSenderEvent> => ({
    version: "1",
    request: senderRequest("customEmailSenderRequestV1", user, source),
    response: {},
  }),
});

export type CustomSMSSenderEvent = CognitoEvent<
  `CustomSMSSender_${Occasion}`,
  SenderRequest<"customSMSSenderRequestV1">,
  Readonly<Record<string, never>>
>;

export const customSMSSender = cognitoSource({
  name: "custom-sms-sender",
  label: "문자 메시지 직접 보내기",
  sources: occasions("CustomSMSSender"),
  namesSource: "after version",
  build: (_, user, source): Built<CustomSMSSenderEvent> => ({
    version: "1",
    request: senderRequest("customSMSSenderRequestV1", user, source),
    response: {},
  }),
});

function senderRequest<Type extends string>(type: Type, user: User, source: string): SenderRequest<Type> {
  return { type, code: encryptedCode(user), userAttributes: attributesAt(user, source), ...user.clientMetadata };
}

/** Simplified: no key lies behind it, so nothing can decrypt it. */
function encryptedCode({ context: { random } }: User): string {
  return base64(Uint8Array.from({ length: 424 }, (_, index) => ENCRYPTION_SDK_V1[index] ?? random.next() & 255));
}

/** aws-encryption-sdk developer guide, "Message format": version 1, customer authenticated encrypted data, algorithm 0x0378. */
const ENCRYPTION_SDK_V1 = [0x01, 0x80, 0x03, 0x78];

function attributesAt(user: User, source: string): Attributes {
  if (source.endsWith("_AdminCreateUser")) return knownAttributes(user, "FORCE_CHANGE_PASSWORD");
  return knownAttributes(user, /_(SignUp|ResendCode)$/.test(source) ? "UNCONFIRMED" : "CONFIRMED");
}

function occasions<Name extends string>(name: Name): [`${Name}_${Occasion}`, ...`${Name}_${Occasion}`[]] {
  const [first, ...others] = OCCASIONS;
  return [`${name}_${first}`, ...others.map((occasion): `${Name}_${Occasion}` => `${name}_${occasion}`)];
}
