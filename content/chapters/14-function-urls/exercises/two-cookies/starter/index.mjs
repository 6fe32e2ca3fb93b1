const nameIn = (cookies) => {
  for (const part of (cookies ?? "").split("; ")) {
    const [name, value] = part.split("=");
    if (name === "guest") return decodeURIComponent(value);
  }
};

export const handler = async (event) => {
  const known = nameIn(event.headers.Cookie);
  if (known) return { statusCode: 200, body: `${known} 님, 다시 반갑습니다.` };
  const { guest, branch } = JSON.parse(event.body);
  const headers = {
    "set-cookie": `guest=${encodeURIComponent(guest)}`,
    "Set-Cookie": `branch=${branch}`,
  };
  return { statusCode: 201, headers, body: `${guest} 님, 반갑습니다.` };
};
