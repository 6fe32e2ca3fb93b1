export const handler = async () => {
  const urls = ["https://a.example.com/", "https://b.example.com/", "https://nothing.invalid/"];
  const settled = await Promise.allSettled(urls.map((url) => fetch(url)));
  return Promise.all(
    settled.map(async ({ status, value, reason }) =>
      status === "fulfilled"
        ? [value.status, await value.text()]
        : [reason.name, reason.message, reason.cause.code, reason.cause.syscall, reason.cause.hostname, reason.cause.message],
    ),
  );
};
