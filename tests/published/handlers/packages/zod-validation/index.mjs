import { z } from "zod";

const User = z.object({
  email: z.string().email(),
  age: z.coerce.number().int().positive(),
  tags: z.array(z.string()).min(1).transform((tags) => tags.join("+")),
  role: z.enum(["admin", "user"]).default("user"),
});

export const handler = async ({ body }) => {
  const result = User.safeParse(JSON.parse(body));
  if (!result.success) return { statusCode: 422, body: JSON.stringify(z.flattenError(result.error)) };
  return { statusCode: 200, body: JSON.stringify(result.data) };
};
