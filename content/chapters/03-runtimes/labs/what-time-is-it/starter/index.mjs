console.log(`Node.js ${process.version}, 시간대 ${process.env.TZ}`);

export const handler = async (event) => {
  const hour = new Date(event.acceptedAt).getHours();
  console.log(`${event.parcel} ${hour}시 접수`);
  return { parcel: event.parcel, leaves: hour < 15 ? "오늘" : "내일" };
};
