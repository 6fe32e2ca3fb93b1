const won = new Intl.NumberFormat("ko-KR", { style: "currency", currency: "KRW" });
const usd = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" });

exports.handler = async ({ amount }) => ({
  won: won.format(amount),
  usd: usd.format(amount),
  accounting: new Intl.NumberFormat("en-US", { style: "currency", currency: "USD", currencySign: "accounting" }).format(amount),
  plain: amount.toLocaleString(),
  korean: amount.toLocaleString("ko-KR", { maximumFractionDigits: 1 }),
  compact: new Intl.NumberFormat("ko-KR", { notation: "compact" }).format(amount),
  compactLong: new Intl.NumberFormat("en-US", { notation: "compact", compactDisplay: "long" }).format(amount),
  percent: (amount / 1e7).toLocaleString("ko-KR", { style: "percent", minimumFractionDigits: 2 }),
  unit: new Intl.NumberFormat("en-US", { style: "unit", unit: "megabyte" }).format(amount),
  name: new Intl.NumberFormat("ko-KR", { style: "currency", currency: "USD", currencyDisplay: "name" }).format(amount),
  parts: usd.formatToParts(amount).map(({ type }) => type).join(),
  big: (12345678901234567890n).toLocaleString("en-US"),
});
