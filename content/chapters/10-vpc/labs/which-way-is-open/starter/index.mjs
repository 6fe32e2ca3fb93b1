import { setTimeout as sleep } from "node:timers/promises";
import { connect } from "./network.mjs";

export const handler = async (event) => {
  const answers = {};
  for (const place of event.places) {
    const tooLate = sleep(500, "답 없음"); // 0.5초까지만
    answers[place] = await Promise.race([connect(place), tooLate]);
    console.log(`${place}: ${answers[place]}`);
  }
  return answers;
};
