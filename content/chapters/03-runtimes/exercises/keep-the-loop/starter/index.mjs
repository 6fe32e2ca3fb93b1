import { next, open, respond } from "./runtime-api.mjs";
import { sortParcel } from "./sort.mjs";

export const handler = async (event) => {
  open(event.invocations);
  for (let call = await next(); call !== null; call = await next()) {
    const answer = await sortParcel(call.payload);
    await respond(call.requestId, answer);
  }
  return "모두 처리함";
};
