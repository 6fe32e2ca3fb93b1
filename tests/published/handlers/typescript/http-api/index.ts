import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { priceOf, type Item, type Order } from "./order.ts";

type Parsed = { ok: true; order: Order } | { ok: false; message: string };

const parse = (body: string | undefined): Parsed => {
  try {
    const { items } = JSON.parse(body ?? "") as { items: Item[] };
    return items.length > 0 ? { ok: true, order: { items } } : { ok: false, message: "items must not be empty" };
  } catch (error: unknown) {
    return { ok: false, message: error instanceof SyntaxError ? "body must be JSON" : String(error) };
  }
};

const HEADERS = { "content-type": "application/json" } as const satisfies Record<string, string>;

export const handler = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
  const parsed = parse(event.body);
  if (!parsed.ok) return { statusCode: 400, headers: HEADERS, body: JSON.stringify({ message: parsed.message }) };
  return { statusCode: 201, headers: HEADERS, body: JSON.stringify({ total: priceOf(parsed.order!) }) };
};
