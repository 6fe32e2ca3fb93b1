/** node:wasi. */
import { impossibles } from "../internal/impossible.js";

const WHY = "람다 랩의 시뮬레이터에서는 WebAssembly를 실행할 수 없습니다. 같은 일을 자바스크립트로 해 보세요.";
const wasi = impossibles("wasi", WHY, "", "WASI");

export { wasi as "module.exports" };
