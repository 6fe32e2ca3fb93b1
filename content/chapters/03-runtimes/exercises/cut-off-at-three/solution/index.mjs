const HOUR = 60 * 60 * 1000;
const SEOUL = 9 * HOUR;

export const handler = async (event) => {
  const seoul = new Date(new Date(event.acceptedAt).getTime() + SEOUL);
  if (seoul.getUTCHours() >= 15) seoul.setUTCDate(seoul.getUTCDate() + 1);
  return { parcel: event.parcel, leavesOn: seoul.toISOString().slice(0, 10) };
};
