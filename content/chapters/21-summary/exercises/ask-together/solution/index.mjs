import { askStation, loadPrices } from "./city.mjs";

let prices;

const pricesOnce = async () => {
  prices ??= await loadPrices();
  return prices;
};

export const handler = async ({ zone, stations }) => {
  const [table, found] = await Promise.all([pricesOnce(), Promise.all(stations.map(askStation))]);
  return { price: table[zone], found };
};
