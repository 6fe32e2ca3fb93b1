/** Programs as beginners write them, each with one mistake. */
const TEXTS: readonly string[] = [
  `import { a } from "./a.mjs";
const items = [1, 2, 3];
export const handler = async (event, context) => {
  const { name, age = 3, ...rest } = event;
  if (name === "x") {
    return { statusCode: 200, body: JSON.stringify({ name }) };
  } else {
    console.log(\`hello \${name} and \${age + 1}\`);
  }
  for (const item of items) {
    await save(item, { retry: true });
  }
  try {
    throw new Error("bad");
  } catch (error) {
    console.error(error?.message ?? "none");
  }
  return items.map((x) => x * 2).filter(Boolean);
};`,
  `class Store {
  #items = new Map();
  static count = 0;
  constructor(name) { this.name = name; }
  get size() { return this.#items.size; }
  async add(key, value) {
    this.#items.set(key, value);
    return value;
  }
}
function helper(a, b = 2, ...more) {
  switch (a) {
    case 1: return b;
    default: break;
  }
  let i = 0;
  while (i < 10) { i++; if (i > 5) continue; }
  return /ab+c/g.test("x") ? a : !b;
}
const f = async function* () { yield 1; };
var x = function () { return typeof y === "undefined"; };`,
  `const AWS = require("aws-sdk");
exports.handler = function (event, context, callback) {
  var params = { TableName: "t", Key: { id: event.id } };
  docClient.get(params, function (err, data) {
    if (err) callback(err);
    else callback(null, data.Item);
  });
};`,
];

const TOKENS = [
  "(",
  ")",
  "{",
  "}",
  "[",
  "]",
  ";",
  ",",
  ".",
  "=",
  "=>",
  "const",
  "let",
  "await",
  "async",
  "return",
  "x",
  "1",
  '"s"',
  "'",
  '"',
  "`",
  "+",
  "?",
  ":",
  "if",
  "else",
  "for",
  "function",
  "class",
  "new",
  "import",
  "export",
  "...",
  "#p",
  "/",
  "@",
  "\\",
  "yield",
  "static",
  "of",
  "in",
  "&&",
  "??",
  "?.",
  "++",
  "\n",
];

/** The same ones each time: a Lehmer generator, so that a failure can be looked at again. */
export function mutations(count: number): string[] {
  let state = 7;
  const random = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const token = () => ` ${TOKENS[random(TOKENS.length)] ?? ""} `;
  return Array.from({ length: count }, () => {
    const text = TEXTS[random(TEXTS.length)] ?? "";
    const words = [...text.matchAll(/\s+|[\w$]+|#\w+|"[^"]*"|[^\s\w]/g)].map(([word]) => word);
    const at = random(words.length);
    switch (random(4)) {
      case 0:
        words.splice(at, 1);
        break;
      case 1:
        words.splice(at, 0, token());
        break;
      case 2:
        words[at] = token();
        break;
      default:
        words.splice(at);
    }
    return words.join("");
  });
}
