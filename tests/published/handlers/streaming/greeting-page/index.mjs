export const handler = awslambda.streamifyResponse(async (event, responseStream, context) => {
  const metadata = {
    statusCode: 200,
    headers: {
      "Content-Type": "text/html",
      "X-Powered-By": context.functionName,
    },
    cookies: ["visited=true; Path=/; HttpOnly"],
  };
  responseStream = awslambda.HttpResponseStream.from(responseStream, metadata);

  const name = event.queryStringParameters?.name ?? "world";
  responseStream.write("<html>");
  responseStream.write(`<p>Hello, ${name}!</p>`);
  await new Promise((resolve) => setTimeout(resolve, 10));
  responseStream.write("<p>and goodbye</p>");
  responseStream.write("</html>");
  responseStream.end();
  console.log("streamed", metadata.statusCode);
});
