const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function* fakeModel(prompt) {
  for (const word of prompt.split(" ")) {
    await sleep(2);
    yield { type: "token", value: word.toUpperCase() };
  }
  yield { type: "usage", tokens: prompt.length };
}

export const handler = awslambda.streamifyResponse(async (event, stream) => {
  const { prompt } = JSON.parse(event.body);
  stream.setContentType("text/event-stream");
  let id = 0;
  for await (const message of fakeModel(prompt)) {
    id += 1;
    stream.write(`id: ${id}\nevent: ${message.type}\ndata: ${JSON.stringify(message)}\n\n`);
  }
  stream.write("data: [DONE]\n\n");
  console.info(`sent ${id} events`);
  stream.end();
});
