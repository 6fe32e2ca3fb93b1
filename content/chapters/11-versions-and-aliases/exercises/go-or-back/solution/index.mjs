const ENOUGH = 100; // 이보다 적으면 우연인지 알 수 없습니다
const TOLERATED = 0.01; // 옛 버전보다 이만큼까지는 나빠도 넘어갑니다

const errorRate = ({ invocations, errors }) => (invocations === 0 ? 0 : errors / invocations);

export const handler = async ({ stable, canary }) => {
  if (canary.invocations < ENOUGH) return { decision: "기다림" };
  const worse = errorRate(canary) - errorRate(stable);
  return { decision: worse > TOLERATED ? "되돌림" : "넓힘" };
};
