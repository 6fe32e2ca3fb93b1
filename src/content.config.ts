/** What content/ may hold, and the sentence that an author reads where it holds something else. */

import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";
import { controls } from "../sandbox/exercise/controls-schema.ts";
import { exerciseSchema } from "../sandbox/exercise/exercise-schema.ts";
import { predictionSchema, quizSchema } from "../sandbox/exercise/quiz-schema.ts";
import { resources, serviceShape, steps } from "../sandbox/exercise/situation-schema.ts";
import { httpStubsSchema } from "../sandbox/network/http-stub-schema.ts";
import { laterSchema } from "./book/later.ts";

const text = z.string().trim().min(1);

/** content/chapters/07-cold-and-warm-starts/chapter.mdx → id `07-cold-and-warm-starts`. */
const chapters = defineCollection({
  loader: glob({ base: "./content/chapters", pattern: "*/chapter.mdx", generateId: ({ entry }) => entry.split("/")[0] ?? entry }),
  schema: z.strictObject({ title: text, lead: text }),
});

/** content/chapters/<chapter>/labs/<name>/lab.yaml → id `<chapter>/<name>`. Its files stand beside it in starter/. */
const labs = defineCollection({
  loader: glob({
    base: "./content/chapters",
    pattern: "*/labs/*/lab.yaml",
    generateId: ({ entry }) => entry.replace(/^([^/]+)\/labs\/([^/]+)\/lab\.yaml$/, "$1/$2"),
  }),
  schema: z
    .strictObject({
      title: text,
      function: z.strictObject({
        FunctionName: z.string().regex(/^[\w-]{1,64}$/),
        Runtime: z.enum(["nodejs22.x", "nodejs24.x", "provided.al2023"]),
        Handler: text,
        MemorySize: z.int().min(128).max(10_240),
        Timeout: z.int().min(1).max(900),
        Environment: z.strictObject({ Variables: z.record(text, z.string()) }).exactOptional(),
        Layers: z
          .array(z.string().regex(/^[\w-]{1,140}$/))
          .max(5)
          .exactOptional(),
        ...serviceShape,
        TracingConfig: z.strictObject({ Mode: z.enum(["Active", "PassThrough"]) }).exactOptional(),
        build: z.enum(["typescript"]).exactOptional(),
        EphemeralStorage: z.strictObject({ Size: z.int().min(512).max(10_240) }).exactOptional(),
        LoggingConfig: z
          .strictObject({
            LogFormat: z.enum(["Text", "JSON"]).exactOptional(),
            ApplicationLogLevel: z.enum(["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"]).exactOptional(),
            SystemLogLevel: z.enum(["DEBUG", "INFO", "WARN"]).exactOptional(),
          })
          .exactOptional(),
      }),
      account: z.strictObject({ ConcurrentExecutions: z.int().min(1).max(100_000) }).optional(),
      /** What other people's servers answer. */
      http: httpStubsSchema.optional(),
      /** The API that the Run button calls. */
      api: z.enum(["Invoke", "InvokeWithResponseStream"]).optional(),
      /** What is there besides the function. */
      resources: resources.optional(),
      /** Buttons in place of Run. */
      steps: steps.optional(),
      /** What a reader may turn. */
      controls: controls.optional(),
      event: z.json().optional(),
      /** What is in it, src/lab/event-source.ts reads. */
      source: z.strictObject({ name: text, fields: z.record(z.string(), z.json()).optional() }).optional(),
      /** 0: the page has no room for what comes out, and its text tells it. */
      runs: z.int().min(0).max(10),
    })
    .refine(({ event, source, steps: own }) => [event, source, own].filter((one) => one !== undefined).length === 1, {
      error: "event와 source와 steps 가운데 하나만 적으세요.",
    }),
});

/** content/chapters/<chapter>/labs/<name>/prediction.yaml → id `<chapter>/<name>`, the lab's. */
const predictions = defineCollection({
  loader: glob({
    base: "./content/chapters",
    pattern: "*/labs/*/prediction.yaml",
    generateId: ({ entry }) => entry.replace(/^([^/]+)\/labs\/([^/]+)\/prediction\.yaml$/, "$1/$2"),
  }),
  schema: predictionSchema,
});

/** content/chapters/<chapter>/exercises/<name>/exercise.yaml → id `<chapter>/<name>`. */
const exercises = defineCollection({
  loader: glob({
    base: "./content/chapters",
    pattern: "*/exercises/*/exercise.yaml",
    generateId: ({ entry }) => entry.replace(/^([^/]+)\/exercises\/([^/]+)\/exercise\.yaml$/, "$1/$2"),
  }),
  schema: exerciseSchema,
});

/** content/chapters/<chapter>/quiz.yaml → id `<chapter>`. */
const quizzes = defineCollection({
  loader: glob({ base: "./content/chapters", pattern: "*/quiz.yaml", generateId: ({ entry }) => entry.split("/")[0] ?? entry }),
  schema: quizSchema,
});

/** content/chapters/<chapter>/later.yaml → id `<chapter>`: labs that the sandbox cannot carry yet. */
const later = defineCollection({
  loader: glob({ base: "./content/chapters", pattern: "*/later.yaml", generateId: ({ entry }) => entry.split("/")[0] ?? entry }),
  schema: laterSchema,
});

export const collections = { chapters, labs, predictions, exercises, quizzes, later };
