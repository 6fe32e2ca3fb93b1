const DAY = 24 * 60 * 60 * 1000;

export const handler = async (event) => {
  console.log(`${event.book} 연장 요청`);
  const due = new Date(event.due);
  const extended = new Date(due.getTime() + 7 * DAY);
  return { book: event.book, due: extended.toISOString().slice(0, 10) };
};
