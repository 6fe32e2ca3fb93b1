const words = () => {
  let rest = "";
  return new TransformStream({
    transform(chunk, controller) {
      const parts = (rest + chunk).split(" ");
      rest = parts.pop();
      for (const part of parts) controller.enqueue(part);
    },
    flush(controller) {
      if (rest) controller.enqueue(rest);
    },
  });
};

export const handler = async ({ text }) => {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  const source = new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(at, (at += 4)));
    },
  });
  const [left, right] = source.tee();
  const found = [];
  for await (const word of left.pipeThrough(new TextDecoderStream()).pipeThrough(words())) found.push(word);
  const reader = right.getReader();
  let total = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) total += part.value.byteLength;
  const written = [];
  const sink = new WritableStream({ write: (chunk) => void written.push(chunk.length), abort: (why) => void written.push(String(why)) });
  const writer = sink.getWriter();
  await writer.write("abc");
  await writer.abort("enough");
  console.log(found, source.locked);
  const failing = new ReadableStream({ start: (c) => c.error(new RangeError("bad")) });
  const failure = await failing.getReader().read().catch((error) => `${error.name}: ${error.message}`);
  return { found, total, written, failure, from: await Array.fromAsync(ReadableStream.from([1, 2])) };
};
