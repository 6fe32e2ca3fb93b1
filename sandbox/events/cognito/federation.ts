/** A user whom another identity provider vouches for: cognito developerguide, "Inbound federation Lambda trigger" (2025). */
import type { Built } from "./sign-up.ts";
import { type Attributes, type CognitoEvent, cognitoSource } from "./trigger.ts";

const PROVIDERS = ["Google", "OIDC", "SAML", "Facebook", "SignInWithApple", "LoginWithAmazon"] as const;

export type InboundFederationEvent = CognitoEvent<
  "InboundFederation_ExternalProvider",
  {
    readonly providerName: string;
    readonly providerType: (typeof PROVIDERS)[number];
    readonly attributes: SamlAttributes | TokenAttributes;
  },
  { readonly userAttributesToMap: Attributes }
>;

interface SamlAttributes {
  readonly samlResponse: Attributes;
}

interface TokenAttributes {
  readonly tokenResponse: Attributes;
  readonly idToken: Attributes;
  readonly userInfo: Attributes;
}

export const inboundFederation = cognitoSource({
  name: "inbound-federation",
  label: "외부 공급자로 로그인",
  sources: ["InboundFederation_ExternalProvider"],
  fields: [{ name: "provider", label: "공급자 종류", kind: "select", default: "Google", options: PROVIDERS }],
  namesSource: "after version",
  build: (read, { name, written }): Built<InboundFederationEvent> => {
    const providerType = PROVIDERS.find((provider) => provider === read.text("provider")) ?? "Google";
    return {
      version: "1",
      request: {
        providerName: providerType === "OIDC" || providerType === "SAML" ? `Example${providerType}` : providerType,
        providerType,
        attributes: providerType === "SAML" ? { samlResponse: written } : tokens(name, written),
      },
      response: { userAttributesToMap: {} },
    };
  },
});

const tokens = (name: string, written: Attributes): TokenAttributes => ({
  tokenResponse: { access_token: `access-token-of-${name}`, token_type: "Bearer", expires_in: "3600" },
  idToken: { sub: name, ...written, email_verified: "true" },
  userInfo: written,
});
