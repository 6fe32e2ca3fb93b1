console.log("꽃집 문을 엽니다");

export const handler = async (event) => {
  console.log(`${event.flower} 예약 받음`);
  return { flower: event.flower, reserved: true };
};
