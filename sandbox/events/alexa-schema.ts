/** Alexa's requests as zod knows them. For the build and Node only: zod stays out of pages. */
import { z } from "zod";
import type { AlexaEvent } from "./alexa.ts";

const application = z.object({ applicationId: z.string().startsWith("amzn1.ask.skill.") });
const user = z.object({ userId: z.string().startsWith("amzn1.ask.account.") });
const request = {
  requestId: z.string().startsWith("amzn1.echo-api.request."),
  timestamp: z.iso.datetime({ precision: 0 }),
  locale: z.string().regex(/^[a-z]{2}-[A-Z]{2}$/),
};

export const alexaEventSchema: z.ZodType<AlexaEvent> = z.object({
  version: z.literal("1.0"),
  session: z.object({
    new: z.boolean(),
    sessionId: z.string().startsWith("amzn1.echo-api.session."),
    application,
    attributes: z.record(z.string(), z.unknown()),
    user,
  }),
  context: z.object({
    AudioPlayer: z.object({ playerActivity: z.literal("IDLE") }).exactOptional(),
    System: z.object({
      application,
      user,
      device: z.object({ supportedInterfaces: z.object({ AudioPlayer: z.record(z.string(), z.never()) }) }),
    }),
  }),
  request: z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("LaunchRequest"), ...request }),
    z.strictObject({
      type: z.literal("IntentRequest"),
      ...request,
      intent: z.object({ name: z.string(), slots: z.record(z.string(), z.object({ name: z.string(), value: z.string() })) }),
    }),
    z.strictObject({ type: z.literal("SessionEndedRequest"), ...request, reason: z.literal("USER_INITIATED") }),
  ]),
});
