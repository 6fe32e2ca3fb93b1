export const book = (table, { id, date, time }) => table.set(id, { startsAt: `${date}T${time}` });

export const guide = (table, id) => `${table.get(id).startsAt.replace("T", " ")}까지 오세요`;
