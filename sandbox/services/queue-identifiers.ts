/** What SQS gives messages besides their ids. */
import type { Random } from "../time/random.ts";

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const CODES = Uint8Array.from(BASE64, (digit) => digit.charCodeAt(0));
const LENGTH = 340;
const DECODER = new TextDecoder();

/** Observed: receipt handles of real queues begin with AQEB and have 344 characters, which are Base64 of whole bytes. */
export function receiptHandle(random: Random): string {
  // One flat text: there is a handle for each receipt, and texts that are put together of hundreds of pieces cost memory.
  const codes = new Uint8Array(LENGTH - 4);
  for (let index = 0; index < codes.length; ) {
    const bits = random.next();
    for (let shift = 0; shift < 30; shift += 6) codes[index++] = CODES[(bits >>> shift) & 63] ?? 0;
  }
  // 253 bytes are 84 times three and one: its two characters, and two signs for those that are not there.
  const last = random.next();
  return `AQEB${DECODER.decode(codes)}${BASE64[last & 63]}${BASE64[((last >>> 6) & 3) << 4]}==`;
}

/** Twenty digits that grow from message to message by 256: AWS's example is the first. */
export const sequenceNumber = (order: number): string => String(18_849_496_460_467_696_128n + 256n * BigInt(order));
