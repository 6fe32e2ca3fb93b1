// 함수에 붙은 레이어(current)에 하나(attach)를 붙일 때 --layers에 적을 목록
export const handler = async ({ current, attach }) => {
  return { layers: [attach] };
};
