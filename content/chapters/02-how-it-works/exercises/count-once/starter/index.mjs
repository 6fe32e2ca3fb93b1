import { addPoints, readPoints } from "./points.mjs";

export const handler = async (event) => {
  for (const record of event.Records) {
    const { key } = record.s3.object;
    await addPoints(10);
    console.log(`${key} 점수 줌`);
  }
  return { points: await readPoints() };
};
