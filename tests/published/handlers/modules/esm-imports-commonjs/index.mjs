import money, { format, CURRENCY } from "./lib/money.cjs";
import * as everything from "./lib/money.cjs";

export const handler = async (event) => {
  console.log(Object.keys(everything).sort().join());
  return {
    named: format(event.cents),
    same: money.format === format,
    currency: CURRENCY,
    rounded: everything.default.round(event.cents / 7),
  };
};
