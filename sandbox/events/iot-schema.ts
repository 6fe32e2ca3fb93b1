import { z } from "zod";

/** Whatever a device sent, as long as it is JSON. */
export const iotEventSchema: z.ZodType = z.json();
