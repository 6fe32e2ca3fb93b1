export const handler = async ({ a: [lat1, lon1], b: [lat2, lon2] }) => {
  const rad = (d) => (d * Math.PI) / 180;
  const h = Math.sin(rad(lat2 - lat1) / 2) ** 2 + Math.cos(rad(lat1)) * Math.cos(rad(lat2)) * Math.sin(rad(lon2 - lon1) / 2) ** 2;
  return `${(2 * 6371 * Math.asin(Math.sqrt(h))).toFixed(2)} km`;
};
