import { loadBoxes, quote } from "./boxes.mjs";

export const handler = async (event) => {
  const boxes = await loadBoxes(event.order);
  const fee = boxes.reduce((total, box) => total + quote(box), 0);
  return { order: event.order, boxes: boxes.length, fee };
};
