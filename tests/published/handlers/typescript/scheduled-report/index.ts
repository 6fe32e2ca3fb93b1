import type { ScheduledEvent } from "aws-lambda";

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;
type Weekday = (typeof WEEKDAYS)[number];
type Row = readonly [day: Weekday, count: number, note?: string];

interface Totals {
  [day: string]: number;
}

let previous: Totals | undefined;

function* rows(start: Date): Generator<Row, void, undefined> {
  for (let i = 0; i < 9; i++) {
    const day = WEEKDAYS[(start.getUTCDay() + i) % 7] as Weekday;
    yield i === 0 ? [day, i + 1, "today"] : [day, i + 1];
  }
}

export const handler = async (event: ScheduledEvent<never> & { [key: string]: unknown }): Promise<Totals> => {
  const totals: Totals = Object.create(null);
  for (const [day, count, note] of rows(new Date(event.time))) {
    totals[day] = (totals[day] ?? 0) + count;
    if (note) console.log(`${day as string}: ${note}`);
  }
  previous ??= totals;
  console.table(Object.entries(totals).map(([day, total]) => ({ day, total })));
  return previous!;
};
