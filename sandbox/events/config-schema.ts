/** A Config rule's event as zod knows it. For the build and Node only: zod stays out of pages. */
import { z } from "zod";
import type { ConfigEvent } from "./config.ts";

const json = z.string().refine(
  (text) =>
    z
      .string()
      .transform((value) => JSON.parse(value))
      .safeParse(text).success,
  {
    error: "JSON이어야 합니다.",
  },
);

export const configEventSchema: z.ZodType<ConfigEvent> = z.object({
  invokingEvent: json,
  ruleParameters: json,
  resultToken: z.string(),
  eventLeftScope: z.boolean(),
  executionRoleArn: z.string().startsWith("arn:aws:iam:"),
  configRuleArn: z.string().startsWith("arn:aws:config:"),
  configRuleName: z.string(),
  configRuleId: z.string().startsWith("config-rule-"),
  accountId: z.string(),
  version: z.literal("1.0"),
});
