const ENOUGH = 100; // 이보다 적으면 우연인지 알 수 없습니다
const TOLERATED = 0.01; // 옛 버전보다 이만큼까지는 나빠도 넘어갑니다

export const handler = async ({ stable, canary }) => {
  // 여기를 채우세요.
  return { decision: "기다림" };
};
