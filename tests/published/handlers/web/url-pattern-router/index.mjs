const routes = [
  [new URLPattern({ pathname: "/users/:user/orders/:order" }), ({ user, order }) => ({ user, order })],
  [new URLPattern({ pathname: "/static/*" }), (groups) => ({ file: groups[0] })],
];

export const handler = async ({ rawPath }) => {
  for (const [pattern, run] of routes) {
    const match = pattern.exec({ pathname: rawPath });
    if (match) return { statusCode: 200, body: JSON.stringify(run(match.pathname.groups)) };
  }
  return { statusCode: 404, tested: routes.map(([pattern]) => pattern.test("https://x.y/nope")) };
};
