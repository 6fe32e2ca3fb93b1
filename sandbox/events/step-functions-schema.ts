/** A task's payload as zod knows it. For the build and Node only: zod stays out of pages. */
import { z } from "zod";
import type { StepFunctionsContext } from "./step-functions.ts";

export const stepFunctionsContextSchema: z.ZodType<StepFunctionsContext> = z.strictObject({
  Execution: z.strictObject({
    Id: z.string().startsWith("arn:aws:states:"),
    Input: z.json(),
    StartTime: z.iso.datetime({ precision: 3 }),
    Name: z.string(),
    RoleArn: z.string().startsWith("arn:aws:iam:"),
    RedriveCount: z.int().min(0),
  }),
  StateMachine: z.strictObject({ Id: z.string().startsWith("arn:aws:states:"), Name: z.string() }),
  State: z.strictObject({ Name: z.string(), EnteredTime: z.iso.datetime({ precision: 3 }), RetryCount: z.int().min(0) }),
});

/** The author of a state machine writes what a task gets; it is JSON. */
export const stepFunctionsEventSchema: z.ZodType = z.json();
