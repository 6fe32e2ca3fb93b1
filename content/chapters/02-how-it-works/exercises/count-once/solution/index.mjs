import { addPoints, claim, readPoints } from "./points.mjs";

export const handler = async (event) => {
  for (const record of event.Records) {
    const { key, sequencer } = record.s3.object;
    if (!(await claim(`${key}#${sequencer}`))) continue;
    await addPoints(10);
    console.log(`${key} 점수 줌`);
  }
  return { points: await readPoints() };
};
