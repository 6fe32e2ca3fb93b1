// 지표 1분 치로 요청이 거절된 까닭을 가립니다.
export const handler = async ({ fn, account }) => {
  if (account.unreserved >= account.limit) return { reason: "계정의 남은 자리" };
  return { reason: "늘어나는 속도" };
};
