export const handler = async (event) => {
  const browser = event.headers["User-Agent"] ?? "";
  const page = browser.includes("Mobile") ? "/m/today" : "/today";
  return {
    statusCode: 302,
    headers: { location: `https://bakery.example${page}` },
  };
};
