/** Forms for the tests, and what they cost. */
import { toCents } from "../../../sandbox/pricing/amount-text.ts";
import { formUsage } from "../../../sandbox/pricing/form-usage.ts";
import { type MonthlyBill, monthlyBill } from "../../../sandbox/pricing/monthly-bill.ts";
import { BLANK_FORM, type UsageForm } from "../../../sandbox/pricing/usage-form.ts";

/** The guide's example: 3,000,000 requests of 200 ms at 512 MB. */
export const GUIDE: UsageForm = { ...BLANK_FORM, requests: 3_000_000, durationMs: 200, memoryMB: 512 };

export const billFor = (form: UsageForm, freeTier: boolean): MonthlyBill => monthlyBill(formUsage(form), { freeTier });

export const withFreeTier = (form: UsageForm) => toCents(billFor(form, true).total);

export const withoutFreeTier = (form: UsageForm) => toCents(billFor(form, false).total);

/** The arithmetic of an item's line or lines, a step each. */
export const howOf = (bill: MonthlyBill, item: string) => bill.lines.filter((line) => line.item === item).flatMap(({ how }) => how);
