class UpstreamError extends Error {
  constructor(message, options) {
    super(message, options);
    this.name = "UpstreamError";
    this.code = "EUPSTREAM";
  }
}

async function* source(failAt) {
  for (let part = 0; part < 4; part++) {
    if (part === failAt) throw new UpstreamError(`part ${part} is gone`, { cause: new Error("socket hang up") });
    yield `part ${part};`;
  }
}

export const handler = awslambda.streamifyResponse(async (event, responseStream) => {
  responseStream.setContentType("text/plain");
  let sent = 0;
  try {
    for await (const part of source(event.failAt)) {
      responseStream.write(part);
      sent++;
    }
  } catch (error) {
    console.error("stream broke after", sent, error.message, error.cause.message);
    throw error;
  }
  responseStream.end("done");
});
