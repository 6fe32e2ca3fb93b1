import type { z } from "zod";
import type { HttpEvent } from "./http-request.ts";
import { httpEvent } from "./http-request-schema.ts";

export const apiGatewayHttpEventSchema: z.ZodType<HttpEvent> = httpEvent;
