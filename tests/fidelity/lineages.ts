import { sentOn } from "../../sandbox/lambda/lineage.ts";

/** X-Ray's header of an event that has invoked the function so many times. */
export function headerAfter(invocations: number, functionArn: string): string {
  let header = "Root=1-6740a0e0-000000000000000000000000;Parent=0000000000000000;Sampled=0";
  for (let count = 0; count < invocations; count += 1) header = sentOn(header, functionArn);
  return header;
}
