import { track } from "./courier.mjs";

const AT_ONCE = 4;

export const handler = async (event) => {
  const places = [];
  for (let start = 0; start < event.parcels.length; start += AT_ONCE) {
    const group = event.parcels.slice(start, start + AT_ONCE);
    places.push(...(await Promise.all(group.map((parcel) => track(parcel)))));
  }
  return { places };
};
