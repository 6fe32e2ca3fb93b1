const serverlessExpress = require("@codegenie/serverless-express");
const express = require("express");

const app = express();
app.use(express.json());
const orders = [{ id: 1, item: "tea" }];
app.get("/orders", (req, res) => {
  const { limit = "10" } = req.query;
  res.set("X-Total", String(orders.length)).json(orders.slice(0, Number(limit)));
});
app.post("/orders", (req, res) => {
  const order = { id: orders.length + 1, ...req.body };
  orders.push(order);
  res.status(201).location(`/orders/${order.id}`).json(order);
});
app.use((_req, res) => res.status(404).json({ message: "not here" }));

exports.handler = serverlessExpress({ app });
