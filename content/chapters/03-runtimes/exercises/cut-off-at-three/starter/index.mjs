export const handler = async (event) => {
  const accepted = new Date(event.acceptedAt);
  const leaves = new Date(accepted);
  if (accepted.getHours() >= 15) leaves.setDate(leaves.getDate() + 1);
  return { parcel: event.parcel, leavesOn: leaves.toISOString().slice(0, 10) };
};
