exports.handler = async (event) => {
  const KST = 9 * 60 * 60 * 1000;
  const now = new Date(Date.parse(event.at) + KST);
  const pad = (n, w = 2) => String(n).padStart(w, '0');
  const yyyymmdd = `${now.getUTCFullYear()}${pad(now.getUTCMonth() + 1)}${pad(now.getUTCDate())}`;
  const day = ['일', '월', '화', '수', '목', '금', '토'][now.getUTCDay()];
  console.log(`오늘은 ${yyyymmdd} (${day}) 입니다.`);
  return { yyyymmdd, day, iso: now.toISOString().replace('Z', '+09:00') };
};
