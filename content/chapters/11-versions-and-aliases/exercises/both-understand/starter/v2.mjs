export const book = (table, { id, date, time }) => {
  table.set(id, { startsAt: `${date}T${time}` });
};

export const guide = (table, id) => {
  const { startsAt } = table.get(id);
  return `${startsAt.replace("T", " ")}까지 오세요`;
};
