import { markSent, wasSent } from "./sent.mjs";
import { remind } from "./sms.mjs";

export const handler = async (event) => {
  for (const memberId of event.members) {
    const key = `${event.dueOn}/${memberId}`;
    if (await wasSent(key)) continue;
    await remind(memberId);
    await markSent(key);
  }
  return { dueOn: event.dueOn, members: event.members.length };
};
