/**
 * 송장의 글을 만듭니다. 받는 곳이 없으면 오류를 던집니다.
 * @param {any} parcel
 */
export const label = async ({ to, weight }) => {
  if (to === undefined) throw new TypeError("받는 곳이 없습니다");
  return `${to} ${weight}kg`;
};
