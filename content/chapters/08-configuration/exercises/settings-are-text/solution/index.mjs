const keepDays = Number(process.env.KEEP_DAYS);
if (!Number.isInteger(keepDays)) throw new Error(`KEEP_DAYS 값이 정수가 아닙니다: ${process.env.KEEP_DAYS}`);
const sendNotice = process.env.SEND_NOTICE === "true";

export const handler = async (event) => {
  if (sendNotice) console.log(`${event.photo} 삭제 알림 보냄`);
  return { photo: event.photo, eraseDay: event.day + keepDays };
};
