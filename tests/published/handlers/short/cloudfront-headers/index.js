exports.handler = async ({ Records: [{ cf: { response, request } }] }) => {
  const set = (name, value) => { response.headers[name.toLowerCase()] = [{ key: name, value }]; };
  set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains; preload');
  set('Content-Security-Policy', "default-src 'none'; img-src 'self'");
  request.uri = request.uri.replace(/\/$/, '/index.html');
  return { headers: response.headers, uri: request.uri };
};
