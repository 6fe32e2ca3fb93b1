/** node:tty: a function on Lambda has no terminal. */
import { impossibles } from "../internal/impossible.js";

const WHY = "Lambda 함수에는 터미널이 연결되어 있지 않습니다. 출력은 console이나 process.stdout으로 하세요.";
const tty = { isatty: () => false, ...impossibles("tty", WHY, "", "ReadStream WriteStream") };

export { tty as "module.exports" };
