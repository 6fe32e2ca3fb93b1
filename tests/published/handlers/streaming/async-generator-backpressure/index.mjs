import { once } from "node:events";
import { createHash } from "node:crypto";

export const handler = awslambda.streamifyResponse(async ({ kilobytes }, out) => {
  out.setContentType("application/octet-stream");
  const hash = createHash("md5");
  let total = 0;
  for (let i = 0; i < kilobytes; i++) {
    const block = Buffer.alloc(1024, 65 + (i % 26));
    hash.update(block);
    total += block.length;
    if (!out.write(block)) await once(out, "drain");
  }
  out.end(`\n${total} bytes, md5 ${hash.digest("base64url")}`);
  await once(out, "finish");
  console.log({ total, ended: out.writableEnded, finished: out.writableFinished });
});
