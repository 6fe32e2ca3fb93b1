export const book = (table, { id, date, time }) => {
  table.set(id, { startsAt: `${date}T${time}`, time });
};

export const guide = (table, id) => {
  const { startsAt, time } = table.get(id);
  return `${startsAt?.replace("T", " ") ?? time}까지 오세요`;
};
