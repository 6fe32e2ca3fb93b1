import middy from "@middy/core";
import httpErrorHandler from "@middy/http-error-handler";
import httpJsonBodyParser from "@middy/http-json-body-parser";
import validator from "@middy/validator";
import { transpileSchema } from "@middy/validator/transpile";

const schema = {
  type: "object",
  required: ["body"],
  properties: {
    body: {
      type: "object",
      required: ["name", "email"],
      properties: { name: { type: "string", minLength: 2 }, email: { type: "string", format: "email" }, age: { type: "integer", minimum: 0, default: 20 } },
    },
  },
};

export const handler = middy()
  .use(httpJsonBodyParser())
  .use(validator({ eventSchema: transpileSchema(schema) }))
  .use({
    onError: async ({ error }) => {
      console.log(error.message, error.cause?.data?.map(({ instancePath, keyword, message }) => ({ instancePath, keyword, message })));
    },
  })
  .use(httpErrorHandler({ logger: false }))
  .handler(async (event) => ({ statusCode: 201, body: JSON.stringify(event.body) }));
