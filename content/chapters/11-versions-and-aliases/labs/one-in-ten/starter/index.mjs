// 버전 2의 코드입니다. 날짜가 없는 예약을 생각하지 못했습니다.
export const handler = async (event) => {
  const [month, day] = event.date.split("-");
  return `${month}월 ${day}일 ${event.time} 예약을 받았습니다.`;
};
