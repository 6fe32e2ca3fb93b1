// 지표 1분 치로 요청이 거절된 까닭을 가립니다.
export const handler = async ({ fn, account }) => {
  if (fn.throttles === 0) return { reason: "거절 없음" };
  if (fn.reserved !== undefined) {
    return { reason: fn.concurrency >= fn.reserved ? "예약한 수" : "늘어나는 속도" };
  }
  const shared = account.limit - account.reserved;
  return { reason: account.unreserved >= shared ? "계정의 남은 자리" : "늘어나는 속도" };
};
