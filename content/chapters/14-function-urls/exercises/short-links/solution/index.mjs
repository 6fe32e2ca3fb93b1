import { links } from "./links.mjs";

const PATH = /^\/s\/([a-z]+)$/;

export const handler = async (event) => {
  if (event.requestContext.http.method !== "GET") return { statusCode: 405, headers: { allow: "GET" } };
  const target = links.get(PATH.exec(event.rawPath)?.[1]);
  if (target === undefined) return { statusCode: 404, body: "없는 주소입니다." };
  const location = new URL(target);
  for (const [name, value] of new URLSearchParams(event.rawQueryString)) location.searchParams.append(name, value);
  return { statusCode: 302, headers: { location: location.href } };
};
