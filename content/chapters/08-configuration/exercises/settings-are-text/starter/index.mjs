const keepDays = process.env.KEEP_DAYS;
const sendNotice = process.env.SEND_NOTICE;

export const handler = async (event) => {
  if (sendNotice) console.log(`${event.photo} 삭제 알림 보냄`);
  return { photo: event.photo, eraseDay: event.day + keepDays };
};
