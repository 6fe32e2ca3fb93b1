/** A Lex V2 event as zod knows it. For the build and Node only: zod stays out of pages. */
import { z } from "zod";
import type { LexEvent } from "./lex.ts";

const slot = z.object({
  shape: z.literal("Scalar"),
  value: z.object({ originalValue: z.string(), resolvedValues: z.array(z.string()), interpretedValue: z.string() }),
});
const slots = z.record(z.string(), slot.nullable());
const intent = z.object({
  slots,
  confirmationState: z.literal("None"),
  name: z.string(),
  state: z.enum(["InProgress", "ReadyForFulfillment"]),
});

export const lexEventSchema: z.ZodType<LexEvent> = z.object({
  sessionId: z.string(),
  inputTranscript: z.string(),
  interpretations: z.array(z.object({ intent, nluConfidence: z.number().min(0).max(1).exactOptional() })).min(1),
  proposedNextState: z
    .object({
      intent,
      dialogAction: z.union([
        z.strictObject({ slotToElicit: z.string(), type: z.literal("ElicitSlot") }),
        z.strictObject({ type: z.literal("Delegate") }),
      ]),
    })
    .exactOptional(),
  responseContentType: z.literal("text/plain; charset=utf-8"),
  sessionState: z.object({
    sessionAttributes: z.record(z.string(), z.string()),
    activeContexts: z.array(z.never()),
    intent,
    originatingRequestId: z.uuid(),
  }),
  messageVersion: z.literal("1.0"),
  invocationSource: z.enum(["DialogCodeHook", "FulfillmentCodeHook"]),
  transcriptions: z.array(
    z.object({
      resolvedSlots: slots,
      resolvedContext: z.object({ intent: z.string() }),
      transcription: z.string(),
      transcriptionConfidence: z.number(),
    }),
  ),
  inputMode: z.enum(["Text", "Speech", "DTMF"]),
  bot: z.object({
    aliasName: z.string(),
    aliasId: z.string(),
    name: z.string(),
    version: z.string(),
    localeId: z.string(),
    id: z.string(),
  }),
});
