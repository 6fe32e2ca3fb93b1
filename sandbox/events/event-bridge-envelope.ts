/** What every event of EventBridge is wrapped in: eventbridge userguide, "Event structure". Times are whole seconds. */
import { type Instant, isoTime } from "../time/instant.ts";
import { uuid } from "../time/random.ts";
import type { EventContext } from "./source.ts";

export interface EventBridgeEvent<DetailType extends string, Detail> {
  readonly version: "0";
  readonly id: string;
  readonly "detail-type": DetailType;
  readonly source: string;
  readonly account: string;
  /** `2026-11-22T07:00:00Z` */
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: Detail;
}

interface Wrapped<DetailType extends string, Detail> {
  readonly detailType: DetailType;
  readonly source: string;
  readonly resources: readonly string[];
  readonly detail: Detail;
}

export function eventBridgeEvent<DetailType extends string, Detail>(
  { at, random, region, accountId }: EventContext,
  { detailType, source, resources, detail }: Wrapped<DetailType, Detail>,
): EventBridgeEvent<DetailType, Detail> {
  return {
    version: "0",
    id: uuid(random),
    "detail-type": detailType,
    source,
    account: accountId,
    time: wholeSecond(at),
    region,
    resources,
    detail,
  };
}

/** `2026-11-22T07:00:00Z` */
export const wholeSecond = (at: Instant) => `${isoTime(at).slice(0, 19)}Z`;
