const speak = (text, end = true) => ({ version: '1.0', response: { outputSpeech: { type: 'PlainText', text }, shouldEndSession: end } });
const intents = { HelloIntent: ({ slots: { who } }) => speak(`Hello ${who?.value || 'there'}`) };
exports.handler = async function ({ request }) {
  if (request.type === 'LaunchRequest') return speak('Welcome', false);
  const intent = intents[request.intent.name];
  return intent ? intent(request.intent) : speak('Sorry');
};
