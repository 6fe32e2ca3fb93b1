const reserve = (event) => {
  throw new Error("그 시간은 이미 찼습니다.", { cause: event });
};

export const handler = async (event) => {
  console.log(`접수 ${event.visitId}`);
  try {
    return reserve(event);
  } catch (error) {
    console.error("예약 실패", error);
    return { statusCode: 409, body: error.message };
  }
};
