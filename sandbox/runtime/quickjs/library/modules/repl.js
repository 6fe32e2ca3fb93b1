/** node:repl: a function on Lambda has no terminal. */
import { impossibles } from "../internal/impossible.js";

const WHY = "Lambda 함수에는 터미널이 연결되어 있지 않아 대화형 실행기를 열 수 없습니다.";
const repl = {
  ...impossibles("repl", WHY, "start writer isValidSyntax", "REPLServer Recoverable"),
  REPL_MODE_SLOPPY: Symbol("repl-sloppy"),
  REPL_MODE_STRICT: Symbol("repl-strict"),
};

export { repl as "module.exports" };
