/**
 * A bill as a file for spreadsheets. UTF-8 with a byte order mark, or Excel would take Korean for another encoding. Text that a
 * spreadsheet would run as a formula gets an apostrophe in front (OWASP "CSV Injection").
 */
import { type MonthlyBill, moneyDecimal, plainDecimal, SOURCES } from "../../sandbox/index.ts";

const HEAD = ["항목", "사용량", "무료로 뺀 양", "단위", "단가(USD)", "금액(USD)", "계산", "출처"];

export function billCsv(bill: MonthlyBill): string {
  const rows = bill.lines.map(({ name, quantity, free, unit, price, amount, how }) => [
    text(name),
    plainDecimal(quantity),
    plainDecimal(free),
    text(unit),
    price.usd,
    moneyDecimal(amount),
    text(how.join("; ")),
    text(price.sources.map((source) => SOURCES[source].name).join("; ")),
  ]);
  const total = [text("합계"), "", "", "", "", moneyDecimal(bill.total), "", ""];
  return `\uFEFF${[HEAD.map(text), ...rows, total].map((row) => row.join(",")).join("\r\n")}\r\n`;
}

export function text(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${harmless.replaceAll('"', '""')}"`;
}
