import { NIL, parse, stringify, v4, v5, v7, validate, version } from "uuid";

export const handler = async ({ name }) => {
  const id = v4();
  return { v5: v5(name, v5.URL), valid: [validate(id), validate("x"), validate(NIL)], versions: [version(id), version(v7())], back: stringify(parse(id)) === id };
};
