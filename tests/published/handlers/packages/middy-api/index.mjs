import middy from "@middy/core";
import httpCors from "@middy/http-cors";
import httpErrorHandler from "@middy/http-error-handler";
import httpJsonBodyParser from "@middy/http-json-body-parser";
import { createError } from "@middy/util";

const base = async (event) => {
  if (event.body.n < 0) throw createError(422, "n must not be negative");
  return { statusCode: 200, body: JSON.stringify({ root: Math.sqrt(event.body.n) }) };
};

export const handler = middy(base)
  .use(httpJsonBodyParser())
  .use(httpCors({ origins: ["https://a.b"] }))
  .use(httpErrorHandler({ logger: (error) => console.error(error.statusCode, error.name) }));
