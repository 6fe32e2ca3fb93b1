// 사용자마다 예약한 때입니다. 사용자의 번호는 로그인 서비스가 정합니다.
const reservations = {
  "u-101": ["11월 28일 19시"],
  "u-202": ["12월 1일 12시", "12월 24일 18시"],
};

export const reservationsOf = (userId) => reservations[userId] ?? [];
