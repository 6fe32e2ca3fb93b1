const table = new Map();
export const handler = async (event) => {
  let body, statusCode = '200';
  const headers = { 'Content-Type': 'application/json' };
  try {
    switch (event.httpMethod) {
      case 'PUT':
        table.set(event.pathParameters.id, JSON.parse(event.body));
        body = `Put item ${event.pathParameters.id}`;
        break;
      case 'GET':
        body = event.pathParameters?.id ? table.get(event.pathParameters.id) : [...table.entries()];
        break;
      default:
        throw new Error(`Unsupported method "${event.httpMethod}"`);
    }
  } catch (err) {
    statusCode = '400';
    body = err.message;
  } finally {
    body = JSON.stringify(body);
  }
  return { statusCode, body, headers };
};
