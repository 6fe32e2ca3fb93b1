// 요청이 고르게 3초 동안 올 때, 한순간에 처리 중인 요청이 가장 많으면 몇 건인지 셉니다.
export const handler = async ({ perSecond, milliseconds }) => {
  const arrivals = Array.from({ length: perSecond * 3 }, (_, index) => (index * 1000) / perSecond);
  let most = 0;
  for (const now of arrivals) {
    const inFlight = arrivals.filter((arrived) => arrived <= now && now < arrived + milliseconds);
    most = Math.max(most, inFlight.length);
  }
  console.log(`초당 ${perSecond}건, 한 건에 ${milliseconds}ms이면 동시에 ${most}건`);
  return { most };
};
