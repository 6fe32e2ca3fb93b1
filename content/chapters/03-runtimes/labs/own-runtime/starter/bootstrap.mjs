const api = `http://${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime/invocation`;

const handler = (event) => {
  if (!event.to) throw new Error("받는 곳이 없습니다");
  return { label: `${event.to} ${event.weight}kg` };
};

for (;;) {
  // 다음 이벤트가 올 때까지 여기서 멈춰 있습니다.
  const next = await fetch(`${api}/next`);
  const id = next.headers.get("lambda-runtime-aws-request-id");
  try {
    const answer = handler(await next.json());
    await fetch(`${api}/${id}/response`, { method: "POST", body: JSON.stringify(answer) });
  } catch (error) {
    const report = { errorType: error.name, errorMessage: error.message };
    await fetch(`${api}/${id}/error`, { method: "POST", body: JSON.stringify(report) });
  }
}
