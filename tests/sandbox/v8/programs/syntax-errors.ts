/** Programs with files that cannot be read, or that import what is not exported. */
import type { Program } from "../program.ts";

const program = (title: string, files: Readonly<Record<string, string>>): Program => ({
  title,
  files,
  entry: "index.mjs" in files ? "index.mjs" : "index.js",
});

export const SYNTAX_ERRORS: readonly Program[] = [
  program("an ES module", { "index.mjs": "export const handler = async () => {\n  const x = ;\n};" }),
  program("a CommonJS file", { "index.js": "exports.handler = async () => {\n  const x = ;\n};" }),
  program("a CommonJS file's first line", { "index.js": "const x = ;\nexports.handler = 1" }),
  program("a parenthesis that is missing", {
    "index.js": "exports.handler = async (event) => {\n\tconst x = JSON.parse(event.body;\n\treturn x;\n};",
  }),
  program("await in a function that is not async", {
    "index.js": "exports.handler = (event) => {\n const data = await fetch('x');\n};",
  }),
  program("a brace that is missing", { "index.js": "exports.handler = (event) => {\n  if (event) {\n    return 1;\n};\n" }),
  program("a string that does not end, with wide characters", {
    "index.js": "exports.handler = (event) => {\n  console.log('안녕);\n};\n",
  }),
  program("a file that is required", {
    "index.js": "function load() {\n  return require('./lib.js');\n}\nexports.handler = () => load();",
    "lib.js": "module.exports = {\n  a: 1\n  b: 2\n};",
  }),
  program("a file that is imported", {
    "index.mjs": "import { a } from './lib.mjs';\nexport const handler = () => a;",
    "lib.mjs": "export const a = [1, 2;\n",
  }),
  program("a file that is imported while the handler runs", {
    "index.mjs": "export const handler = async () => { await import('./lib.mjs'); };",
    "lib.mjs": "export const a = [1, 2;\n",
  }),
  program("a name that is declared twice", { "index.mjs": "const a = 1;\nconst a = 2;\nexport const handler = () => a;" }),
  program("an export that is not there", {
    "index.mjs": "import { thing } from './lib.mjs';\nexport const handler = () => thing;",
    "lib.mjs": "export const other = 1;",
  }),
  program("an export that is not there, under another name", {
    "index.mjs": "import lib, {\n  other,\n  thing as that,\n} from './lib.mjs';\nexport const handler = () => that;",
    "lib.mjs": "export const other = 1; export default 2",
  }),
  program("a default export that is not there", {
    "index.mjs": "import lib from './lib.mjs';\nexport const handler = () => lib;",
    "lib.mjs": "export const other = 1;",
  }),
  program("an export that another file does not have", {
    "index.mjs": "import { thing } from './lib.mjs';\nexport const handler = () => thing;",
    "lib.mjs": "export { thing } from './deep.mjs';",
    "deep.mjs": "export const x = 1;",
  }),
];
