const express = require('express');
const serverless = require('serverless-http');
const app = express();
app.use(express.json());
app.get('/hi/:name', (req, res) => res.json({ hi: req.params.name, query: req.query }));
app.use((req, res) => res.status(404).send('nothing here'));
module.exports.handler = serverless(app);
