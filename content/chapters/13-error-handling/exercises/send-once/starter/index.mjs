import { remind } from "./sms.mjs";

export const handler = async (event) => {
  for (const memberId of event.members) {
    await remind(memberId);
  }
  return { dueOn: event.dueOn, members: event.members.length };
};
