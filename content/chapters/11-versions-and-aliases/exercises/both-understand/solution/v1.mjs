export const book = (table, { id, time }) => table.set(id, { time });

export const guide = (table, id) => `${table.get(id).time}까지 오세요`;
