// 별칭의 가중치를 흉내 냅니다.
const route = (weight) => (Math.random() < weight ? "2" : "1");

export const handler = async ({ requests, weight }) => {
  const versions = Array.from({ length: requests }, () => route(weight));
  const toNew = versions.filter((version) => version === "2").length;
  console.log(`요청 ${requests}건 가운데 ${toNew}건이 버전 2로 감`);
  return { versions: versions.join(" "), toNew };
};
