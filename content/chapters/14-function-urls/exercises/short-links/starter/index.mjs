import { links } from "./links.mjs";

export const handler = async (event) => {
  const target = links.get(event.pathParameters.code);
  return { statusCode: 302, headers: { location: target } };
};
