/** What SQS gives messages besides their ids. */
import type { Random } from "../time/random.ts";

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Observed: receipt handles of real queues begin with AQEB and have 344 characters, which are Base64 of whole bytes. */
export function receiptHandle(random: Random): string {
  let text = "AQEB";
  while (text.length < 340) {
    const bits = random.next();
    for (let shift = 0; shift < 30; shift += 6) text += BASE64[(bits >>> shift) & 63];
  }
  // 253 bytes are 84 times three and one: its two characters, and two signs for those that are not there.
  const last = random.next();
  return `${text.slice(0, 340)}${BASE64[last & 63]}${BASE64[((last >>> 6) & 3) << 4]}==`;
}

/** Twenty digits that grow from message to message by 256: AWS's example is the first. */
export const sequenceNumber = (order: number): string => String(18_849_496_460_467_696_128n + 256n * BigInt(order));
