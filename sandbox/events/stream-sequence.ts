/** Sequence numbers of Kinesis: 56 digits that grow from record to record, as 49590338271490256608559692538361571095921575989136588898. */
import type { Instant } from "../time/instant.ts";
import type { Random } from "../time/random.ts";

export function kinesisSequenceNumber(random: Random, at: Instant, index: number): string {
  const moment = String(Math.floor(at)).padStart(14, "0");
  return `4959${moment}${String(index).padStart(6, "0")}${digits(random, 32)}`;
}

/** So many decimal digits. */
export function digits(random: Random, count: number): string {
  let text = "";
  while (text.length < count) text += String(random.next() % 100_000_000).padStart(8, "0");
  return text.slice(0, count);
}
