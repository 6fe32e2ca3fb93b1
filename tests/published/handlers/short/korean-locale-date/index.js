exports.handler = async (event) => {
  const curr = new Date(event.at);
  const kst = new Date(curr.toLocaleString('en-US', { timeZone: 'Asia/Seoul' }));
  return { kst: kst.toISOString(), price: (15000).toLocaleString('ko-KR') + '원', count: (1234567).toLocaleString() };
};
