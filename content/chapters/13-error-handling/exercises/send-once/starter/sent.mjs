const sent = new Set();

// 보낸 알림의 기록입니다. 실제로는 DynamoDB처럼 환경 바깥에 있는 저장소를 씁니다.
export const wasSent = async (key) => sent.has(key);
export const markSent = async (key) => {
  sent.add(key);
};
