const http = require("http");

const get = (url) =>
  new Promise((resolve, reject) => {
    const request = http.get(url, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => resolve({ status: response.statusCode, location: response.headers.location, body: Buffer.concat(chunks).toString() }));
    });
    request.setTimeout(1000, () => request.destroy(new Error("timeout")));
    request.on("error", reject);
  });

exports.handler = async (event) => {
  const found = await get(`http://legacy.example.com${event.path}`);
  const missing = await get("http://nothing.invalid/").catch((error) => [error.code, error.syscall, error.message]);
  console.log(http.STATUS_CODES[found.status], http.METHODS.includes("PATCH"));
  return { found, missing };
};
