import { track } from "./courier.mjs";

export const handler = async (event) => {
  const places = await Promise.all(event.parcels.map((parcel) => track(parcel)));
  return { places };
};
