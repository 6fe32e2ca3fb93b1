import { Hono } from "hono";
import { handle } from "hono/aws-lambda";

const app = new Hono();
app.use(async (c, next) => {
  await next();
  c.header("x-served-by", "hono");
});
app.get("/hello/:name", (c) => {
  const name = c.req.param("name");
  return c.json({ message: `hello ${c.req.query("loud") ? name.toUpperCase() : name}` });
});
app.notFound((c) => c.text("nothing here", 404));

export const handler = handle(app);
