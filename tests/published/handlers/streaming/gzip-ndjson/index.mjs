import { createGzip, gunzipSync } from "node:zlib";
import { Readable, PassThrough } from "node:stream";
import { pipeline, finished } from "node:stream/promises";
import { createHash } from "node:crypto";

export const handler = awslambda.streamifyResponse(async (event, responseStream) => {
  const lines = Readable.from(
    (async function* () {
      for (let i = 0; i < event.count; i++) yield JSON.stringify({ i, square: i * i }) + "\n";
    })(),
  );
  const collected = new PassThrough();
  const chunks = [];
  collected.on("data", (chunk) => chunks.push(chunk));
  await pipeline(lines, createGzip({ level: 9 }), collected);
  const body = gunzipSync(Buffer.concat(chunks));
  const hash = createHash("sha256").update(body).digest("hex");
  console.log("bytes", body.length, "sha256", hash);
  responseStream = awslambda.HttpResponseStream.from(responseStream, {
    statusCode: 200,
    headers: { "Content-Type": "application/x-ndjson", ETag: `"${hash.slice(0, 16)}"` },
  });
  responseStream.write(body.subarray(0, 60));
  responseStream.end();
  await finished(responseStream);
});
