/** What a month's meters cost: tiers, the free tier and the unit price, each step of it told in Korean. Exact until it is written. */
import { moneyText, quantityText } from "./amount-text.ts";
import { exactly, type Fraction, isMore, isNothing, lesser, NOTHING, product, quotient, remainder, sum } from "./fraction.ts";
import { FREE_TIER } from "./free-tier.ts";
import type { MeteredUsage, Reading } from "./metered-usage.ts";
import { type Architecture, ITEMS, type Item, type Price, type Region, tiersOf } from "./price-list.ts";

export interface MonthlyBill {
  readonly region: Region;
  readonly architecture: Architecture;
  /** Requests and duration always; of the rest, what was used. One line for each tier that was reached. */
  readonly lines: readonly BillLine[];
  /** The sum of the lines' exact amounts. */
  readonly total: Fraction;
  /** Of the total, what Init cost: its share of the billed duration. */
  readonly initAmount: Fraction;
}

export interface BillLine {
  readonly item: Item;
  /** `실행 시간(2단계)`. */
  readonly name: string;
  /** From 1; undefined where the item has one price for any quantity. */
  readonly tier: number | undefined;
  /** What is paid for: the free tier is taken off. */
  readonly quantity: Fraction;
  /** What the free tier took off, on the first line of an item. */
  readonly free: Fraction;
  readonly unit: string;
  readonly price: Price;
  readonly amount: Fraction;
  /** The arithmetic from usage to amount, a step each. */
  readonly how: readonly string[];
}

export function monthlyBill(usage: MeteredUsage, { freeTier }: { readonly freeTier: boolean }): MonthlyBill {
  const lines = usage.readings.flatMap((reading) => linesOf(reading, usage, freeTier));
  const forDuration = lines.filter(({ item }) => item === "duration").map(({ amount }) => amount);
  return {
    region: usage.region,
    architecture: usage.architecture,
    lines,
    total: sum(...lines.map(({ amount }) => amount)),
    initAmount: initShare(usage, sum(...forDuration)),
  };
}

function initShare({ readings, initGigabyteSeconds }: MeteredUsage, durationAmount: Fraction): Fraction {
  const duration = readings.find(({ item }) => item === "duration")?.quantity ?? NOTHING;
  if (isNothing(duration)) return NOTHING;
  return quotient(product(durationAmount, initGigabyteSeconds), duration);
}

function linesOf(reading: Reading, usage: MeteredUsage, freeTier: boolean): readonly BillLine[] {
  const { item, quantity, steps } = reading;
  const { name, unit } = ITEMS[item];
  const allowance = allowanceOf(item);
  const isFree = freeTier && !usage.hasProvisionedConcurrency;
  const free = isFree ? lesser(quantity, allowance) : NOTHING;
  // AWS's calculator takes the free tier off first; the tiers count what is left.
  const paid = remainder(quantity, free);
  const parts = tierParts(paid, item, usage);
  return parts.map(({ part, price, tier, from, upTo }, index) => ({
    item,
    name: parts.length > 1 ? `${name}(${tier}단계)` : name,
    tier: tiersOf(item, usage.architecture).length > 1 ? tier : undefined,
    quantity: part,
    free: index === 0 ? free : NOTHING,
    unit,
    price,
    amount: product(part, price.usd),
    how: [
      ...(index === 0 ? steps : []),
      ...(index === 0 ? freeSteps(quantity, isFree ? allowance : NOTHING, unit) : []),
      ...(index === 0 && freeTier && !isFree && !isNothing(allowance) ? ["프로비저닝된 동시성을 켠 함수라 무료 한도 없음"] : []),
      ...(parts.length > 1 ? [`${quantityText(paid)}${unit} 가운데 ${spanText(from, upTo, unit)} ${quantityText(part)}${unit}`] : []),
      `${quantityText(part)}${unit} × $${price.usd} = ${moneyText(product(part, price.usd))}`,
    ],
  }));
}

function allowanceOf(item: Item): Fraction {
  const found = FREE_TIER.allowances.find((allowance) => allowance.item === item);
  return found === undefined ? NOTHING : exactly(found.quantity);
}

function freeSteps(quantity: Fraction, allowance: Fraction, unit: string): readonly string[] {
  if (isNothing(allowance) || isNothing(quantity)) return [];
  const [used, free] = [`${quantityText(quantity)}${unit}`, `무료 한도 ${quantityText(allowance)}${unit}`];
  if (!isMore(quantity, allowance)) return [`${used}, ${free} 안이라 0${unit}`];
  return [`${used} − ${free} = ${quantityText(remainder(quantity, allowance))}${unit}`];
}

/** `6,000,000,000GB-초부터 15,000,000,000GB-초까지`. */
function spanText(from: Fraction, upTo: Fraction | undefined, unit: string): string {
  if (upTo === undefined) return `${quantityText(from)}${unit}를 넘는`;
  return isNothing(from) ? `${quantityText(upTo)}${unit}까지` : `${quantityText(from)}${unit}부터 ${quantityText(upTo)}${unit}까지`;
}

interface TierPart {
  readonly part: Fraction;
  readonly price: Price;
  readonly tier: number;
  readonly from: Fraction;
  readonly upTo: Fraction | undefined;
}

/** The first tier, and each further one that is reached. */
function tierParts(quantity: Fraction, item: Item, { region, architecture }: MeteredUsage): readonly TierPart[] {
  const tiers = tiersOf(item, architecture);
  return tiers.flatMap(({ upTo: end, in: prices }, index) => {
    const price = prices[region];
    if (price === undefined) throw new Error(`monthlyBill: no price of ${item} in ${region}`);
    const from = exactly(tiers[index - 1]?.upTo ?? 0);
    const upTo = end === undefined ? undefined : exactly(end);
    const part = remainder(upTo === undefined ? quantity : lesser(quantity, upTo), from);
    return index > 0 && isNothing(part) ? [] : [{ part, price, tier: index + 1, from, upTo }];
  });
}
