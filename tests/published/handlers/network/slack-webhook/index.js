const https = require("https");

function post(body) {
  const data = JSON.stringify(body);
  const options = {
    hostname: "hooks.slack.com",
    port: 443,
    path: process.env.SLACK_PATH,
    method: "POST",
    headers: { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(data) },
  };
  return new Promise((resolve, reject) => {
    const req = https.request(options, (res) => {
      let text = "";
      res.setEncoding("utf8");
      res.on("data", (chunk) => (text += chunk));
      res.on("end", () => resolve({ status: res.statusCode, text, type: res.headers["content-type"] }));
    });
    req.on("error", reject);
    req.write(data);
    req.end();
  });
}

exports.handler = async (event) => {
  const results = [];
  for (const { Sns } of event.Records) {
    const alarm = JSON.parse(Sns.Message);
    results.push(await post({ text: `*${alarm.AlarmName}* is ${alarm.NewStateValue}: ${alarm.NewStateReason}` }));
  }
  console.log(results);
  return results;
};
