import { baked } from "./bakery.mjs";

export const handler = awslambda.streamifyResponse(async (event, responseStream) => {
  for await (const line of baked(event.breads)) {
    responseStream.write(line);
    responseStream.setContentType("text/plain; charset=utf-8");
  }
});
