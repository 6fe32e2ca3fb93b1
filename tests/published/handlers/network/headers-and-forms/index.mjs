export const handler = async () => {
  const headers = new Headers([["Content-Type", "text/plain"], ["X-A", "1"]]);
  headers.append("x-a", "2");
  headers.append("Set-Cookie", "a=1");
  headers.append("Set-Cookie", "b=2");
  const form = new FormData();
  form.append("name", "미나");
  form.append("file", new Blob(["content"], { type: "text/plain" }), "a.txt");
  const request = new Request("https://example.com/upload?x=1", { method: "POST", body: form });
  const parsed = await request.formData();
  const errors = [];
  for (const attempt of [() => new Headers([["bad name", "x"]]), () => new Request("/relative"), () => new Response("", { status: 99 }), () => new Request("https://x.y", { method: "GET", body: "x" }), () => new Response("x", { status: 204 })]) {
    try {
      attempt();
    } catch (error) {
      errors.push(`${error.name}: ${error.message}`);
    }
  }
  const json = Response.json({ ok: true }, { status: 201, headers: { "x-b": "c" } });
  console.log([...headers], errors.join("\n"));
  return {
    cookies: headers.getSetCookie(),
    combined: headers.get("X-A"),
    multipart: /^multipart\/form-data; boundary=/.test(request.headers.get("content-type")),
    fields: [...parsed.keys()],
    name: parsed.get("name"),
    file: await parsed.get("file").text(),
    json: [json.status, json.headers.get("content-type"), await json.text()],
    urlencoded: await new Response(new URLSearchParams({ a: "b c" })).text(),
    bytes: (await new Response("한글").arrayBuffer()).byteLength,
    redirect: Response.redirect("https://x.y/z", 307).headers.get("location"),
  };
};
