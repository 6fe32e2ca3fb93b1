import { z } from "zod";
import { envelope } from "./event-bridge-schema.ts";
import type { BusEvent } from "./eventbridge.ts";

export const busEventSchema: z.ZodType<BusEvent> = envelope(z.string().min(1).max(128), z.record(z.string(), z.unknown()));
