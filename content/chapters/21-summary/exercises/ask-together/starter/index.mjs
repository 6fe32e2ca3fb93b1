import { askStation, loadPrices } from "./city.mjs";

export const handler = async ({ zone, stations }) => {
  const prices = await loadPrices();
  const found = [];
  for (const station of stations) {
    found.push(await askStation(station));
  }
  return { price: prices[zone], found };
};
