/** What content/ may hold, and the sentence that an author reads where it holds something else. */

import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";
import { exerciseSchema } from "../sandbox/exercise/exercise-schema.ts";
import { predictionSchema, quizSchema } from "../sandbox/exercise/quiz-schema.ts";

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
  schema: z.strictObject({
    title: text,
    function: z.strictObject({
      FunctionName: z.string().regex(/^[\w-]{1,64}$/),
      Runtime: z.enum(["nodejs22.x", "nodejs24.x"]),
      Handler: text,
      MemorySize: z.int().min(128).max(10_240),
      Timeout: z.int().min(1).max(900),
    }),
    event: z.json(),
    runs: z.int().min(1).max(10),
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

export const collections = { chapters, labs, predictions, exercises, quizzes };
