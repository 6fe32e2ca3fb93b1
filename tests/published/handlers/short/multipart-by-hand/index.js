exports.handler = async (event) => {
  const boundary = /boundary=(?:"([^"]+)"|([^;]+))/i.exec(event.headers['content-type']).slice(1).find(Boolean);
  const text = Buffer.from(event.body, 'base64').toString('binary');
  const fields = {};
  for (const part of text.split(`--${boundary}`).slice(1, -1)) {
    const [head, ...rest] = part.trim().split('\r\n\r\n');
    fields[head.match(/name="(?<name>[^"]+)"/).groups.name] = rest.join('');
  }
  return fields;
};
