const nameIn = (cookies = []) => {
  for (const part of cookies) {
    const [name, value] = part.split("=");
    if (name === "guest") return decodeURIComponent(value);
  }
};

export const handler = async (event) => {
  const known = nameIn(event.cookies);
  if (known) return { statusCode: 200, body: `${known} 님, 다시 반갑습니다.` };
  const { guest, branch } = JSON.parse(event.body);
  const cookies = [
    `guest=${encodeURIComponent(guest)}; Secure; HttpOnly`,
    `branch=${branch}; Secure; HttpOnly`,
  ];
  return { statusCode: 201, cookies, body: `${guest} 님, 반갑습니다.` };
};
