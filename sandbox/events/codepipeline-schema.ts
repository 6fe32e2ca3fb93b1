/** A pipeline's job as zod knows it. For the build and Node only: zod stays out of pages. */
import { z } from "zod";
import type { CodePipelineEvent } from "./codepipeline.ts";

const artifact = z.object({
  location: z.object({ s3Location: z.object({ bucketName: z.string(), objectKey: z.string() }), type: z.literal("S3") }),
  revision: z.string().nullable(),
  name: z.string(),
});

export const codepipelineEventSchema: z.ZodType<CodePipelineEvent> = z.object({
  "CodePipeline.job": z.object({
    id: z.uuid(),
    accountId: z.string(),
    data: z.object({
      actionConfiguration: z.object({ configuration: z.object({ FunctionName: z.string(), UserParameters: z.string() }) }),
      inputArtifacts: z.array(artifact),
      outputArtifacts: z.array(artifact),
      artifactCredentials: z.object({
        secretAccessKey: z.string().length(40),
        sessionToken: z.string(),
        accessKeyId: z.string().regex(/^ASIA[A-Z2-7]{16}$/),
      }),
      continuationToken: z.string().exactOptional(),
    }),
  }),
});
