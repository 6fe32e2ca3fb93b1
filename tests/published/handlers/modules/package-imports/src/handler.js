import { find } from "#db";
import { describe } from "#lib/describe";
import { version } from "shop/version";

export async function main(event) {
  const item = await find(event.sku);
  if (!item) throw new Error(`unknown sku ${event.sku}`);
  console.log(describe(item));
  return { ...item, version };
}
