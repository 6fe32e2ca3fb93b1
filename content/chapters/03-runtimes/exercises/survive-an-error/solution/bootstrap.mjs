import { label } from "./label.mjs";

const api = `http://${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime/invocation`;

for (;;) {
  const next = await fetch(`${api}/next`);
  const id = next.headers.get("lambda-runtime-aws-request-id");
  try {
    const answer = await label(await next.json());
    await fetch(`${api}/${id}/response`, { method: "POST", body: JSON.stringify(answer) });
  } catch (error) {
    const report = { errorType: error.name, errorMessage: error.message };
    await fetch(`${api}/${id}/error`, { method: "POST", body: JSON.stringify(report) });
  }
}
