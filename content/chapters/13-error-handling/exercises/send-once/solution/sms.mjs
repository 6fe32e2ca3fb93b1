let tries = 0;

// 반납 알림을 보냅니다. M-2에게는 처음 한 번 실패합니다.
export const remind = async (memberId) => {
  if (memberId === "M-2") tries += 1;
  if (memberId === "M-2" && tries === 1) throw new Error("문자 회사가 답하지 않습니다.");
  console.log(`${memberId} 보냄`);
};
