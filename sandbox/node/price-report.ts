/** What `price` prints: a table, the arithmetic of each line, and what was left out. With --json, one object. */
import { centsText, moneyDecimal, moneyText, plainDecimal, quantityText, toCents } from "../pricing/amount-text.ts";
import { formUsage } from "../pricing/form-usage.ts";
import { type BillLine, type MonthlyBill, monthlyBill } from "../pricing/monthly-bill.ts";
import { ITEMS, REGIONS } from "../pricing/price-list.ts";
import { CERTAINTIES, PRICES_CHECKED } from "../pricing/sources.ts";
import type { PriceCommand } from "./price-command.ts";
import { table } from "./table.ts";

export function priceReport({ form, freeTier, json }: PriceCommand): string {
  const bill = monthlyBill(formUsage(form), { freeTier });
  return json ? JSON.stringify(billJson(bill), null, 2) : billText(bill, freeTier);
}

/** `quantity` × `unitPrice` = `amount`; the amounts are exact and sum to the total, which is rounded to the cent. */
function billJson({ lines, total }: MonthlyBill) {
  return {
    currency: "USD",
    total: toCents(total),
    lines: lines.map(({ name, quantity, price, amount, how }) => ({
      item: name,
      quantity: Number(plainDecimal(quantity)),
      unitPrice: price.usd,
      amount: moneyDecimal(amount),
      how: how.join(" → "),
    })),
  };
}

function billText(bill: MonthlyBill, freeTier: boolean): string {
  const { region, architecture, lines, total } = bill;
  return [
    `한 달 요금 · ${REGIONS[region]}(${region}) · ${architecture} · ${freeTier ? "무료 한도를 뺌" : "무료 한도를 빼지 않음"}`,
    table([["항목", "청구하는 양", "단가", "금액"], ...lines.map(row), ["합계", "", "", centsText(total)]]),
    ["계산", ...lines.flatMap(arithmetic)].join("\n"),
    `단가는 ${PRICES_CHECKED}에 확인했습니다. 세금은 뺀 값입니다.${doubts(lines)}`,
  ].join("\n\n");
}

function row({ name, quantity, unit, price, amount }: BillLine): string[] {
  return [name, `${quantityText(quantity)}${unit}`, `$${price.usd}`, moneyText(amount)];
}

function arithmetic({ name, how }: BillLine): string[] {
  return [`  ${name}`, ...how.map((step) => `    ${step}`)];
}

/** Names the lines whose price rests on less than two copies of the price list. */
function doubts(lines: readonly BillLine[]): string {
  const sentences = (["B", "C"] as const).flatMap((certainty) => {
    const names = new Set(lines.filter(({ price }) => price.certainty === certainty).map(({ item }) => ITEMS[item].name));
    return names.size === 0 ? [] : [`\n${CERTAINTIES[certainty]}한 단가: ${[...names].join(", ")}`];
  });
  return sentences.join("");
}
