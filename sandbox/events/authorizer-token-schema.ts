import { z } from "zod";
import type { TokenAuthorizerEvent } from "./authorizer-token.ts";

export const methodArn = z.string().regex(/^arn:aws:execute-api:[a-z0-9-]+:\d{12}:[a-z0-9]{10}\/[^/]+\/[^/]+(\/.*)?$/);

export const tokenAuthorizerEventSchema: z.ZodType<TokenAuthorizerEvent> = z.object({
  type: z.literal("TOKEN"),
  methodArn,
  authorizationToken: z.string().min(1),
});
