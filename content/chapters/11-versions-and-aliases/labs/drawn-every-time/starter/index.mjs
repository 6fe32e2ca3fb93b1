// 별칭의 가중치를 흉내 냅니다.
const route = (weight) => (Math.random() < weight ? "2" : "1");

export const handler = async (event) => {
  const versions = Array.from({ length: event.requests }, () => route(event.weight));
  const toNew = versions.filter((version) => version === "2").length;
  return { versions: versions.join(" "), toNew };
};
