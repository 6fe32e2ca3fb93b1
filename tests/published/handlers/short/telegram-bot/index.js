const https = require('https');
exports.handler = async (event) => {
  const { message: { chat, text } } = JSON.parse(event.body);
  const reply = text === '/start' ? 'Welcome!' : text;
  const url = `https://api.telegram.org/bot1/sendMessage?chat_id=${chat.id}&text=${encodeURIComponent(reply)}`;
  const data = await new Promise((resolve, reject) => {
    https.get(url, (res) => {
      let body = '';
      res.on('data', (d) => { body += d; });
      res.on('end', () => resolve(JSON.parse(body)));
    }).on('error', (e) => reject(e));
  });
  return { statusCode: 200, body: JSON.stringify(data) };
};
