const { Readable } = require("stream");
const util = require("util");
const pipeline = util.promisify(require("stream").pipeline);

const routes = {
  "/items": {
    GET: () => Readable.from([Buffer.from("["), Buffer.from('{"id":1},'), Buffer.from('{"id":2}'), Buffer.from("]")]),
  },
};

const json = (responseStream, statusCode, body) => {
  const stream = awslambda.HttpResponseStream.from(responseStream, {
    statusCode,
    headers: { "content-type": "application/json" },
  });
  stream.end(JSON.stringify(body));
};

exports.handler = awslambda.streamifyResponse(async (event, responseStream) => {
  const { method } = event.requestContext.http;
  console.log("%s %s", method, event.rawPath);
  const route = routes[event.rawPath];
  if (!route) return json(responseStream, 404, { message: "Not Found" });
  const make = route[method];
  if (!make) return json(responseStream, 405, { message: "Method Not Allowed", allow: Object.keys(route) });
  const http = awslambda.HttpResponseStream.from(responseStream, { statusCode: 200, headers: { "content-type": "application/json" } });
  await pipeline(make(), http);
});
