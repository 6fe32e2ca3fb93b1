import dayjs from "dayjs";
import utc from "dayjs/plugin/utc.js";
import { addMonths, differenceInCalendarDays, formatDistance, isWeekend, parseISO } from "date-fns";
import { format } from "date-fns/format";

dayjs.extend(utc);

export const handler = async ({ start }) => {
  const date = dayjs.utc(start);
  const parsed = parseISO(start);
  return {
    dayjs: [date.add(1, "month").format("YYYY-MM-DD"), date.diff("2026-01-01", "day"), date.startOf("week").toISOString(), date.isBefore("2027-01-01")],
    fns: [addMonths(parsed, 1).toISOString(), differenceInCalendarDays(parsed, new Date(0)), formatDistance(parsed, new Date("2026-02-10T00:00:00Z")), isWeekend(parsed), format(parsed, "yyyy/MM/dd EEEE")],
  };
};
