const axios = require('axios');
const client = axios.create({ baseURL: 'https://weather.example.com', timeout: 2000 });
exports.handler = async ({ city }) => {
  try {
    const { data, status } = await client.get('/v1', { params: { q: city, units: 'metric' } });
    return { status, temp: data.temp };
  } catch (err) {
    return { code: err.code, status: err.response.status, data: err.response.data, message: err.message };
  }
};
