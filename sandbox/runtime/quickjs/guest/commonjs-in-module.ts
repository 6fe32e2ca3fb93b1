/** Node's explanation where an ES module uses what only CommonJS has (lib/internal/modules/esm/module_job.js). */
import { primordials as p } from "./primordials.ts";

const COMMONJS_ONLY = "|require|module|exports|__filename|__dirname|";
const NOT_DEFINED = " is not defined";

/** `packageJson`: the file that made a `.js` file an ES module. */
export function explainCommonJsGlobal(error: unknown, packageJson: string | undefined): void {
  if (!(error instanceof p.ReferenceErrorCtor)) return;
  const { message } = error;
  const name = p.StringSlice(message, 0, -NOT_DEFINED.length);
  if (message !== name + NOT_DEFINED || !p.StringIncludes(COMMONJS_ONLY, `|${name}|`)) return;
  let added = " in ES module scope";
  if (name === "require") added += ", you can use import instead";
  if (packageJson !== undefined) {
    added += `\nThis file is being treated as an ES module because it has a '.js' file extension and '${packageJson}' contains "type": "module". To treat it as a CommonJS script, rename it to use the '.cjs' file extension.`;
  }
  const header = `ReferenceError: ${message}`;
  const stack = `${error.stack}`;
  error.message = message + added;
  if (p.StringIndexOf(stack, header) === 0) error.stack = header + added + p.StringSlice(stack, header.length);
}
