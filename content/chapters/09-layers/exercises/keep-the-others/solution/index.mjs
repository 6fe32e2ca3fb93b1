const MOST = 5;
const withoutVersion = (arn) => arn.slice(0, arn.lastIndexOf(":"));

// 함수에 붙은 레이어(current)에 하나(attach)를 붙일 때 --layers에 적을 목록
export const handler = async ({ current, attach }) => {
  const place = current.findIndex((arn) => withoutVersion(arn) === withoutVersion(attach));
  const layers = place === -1 ? [...current, attach] : current.with(place, attach);
  if (layers.length > MOST) throw new Error(`레이어가 ${layers.length}개입니다. ${MOST}개까지만 붙습니다.`);
  return { layers };
};
