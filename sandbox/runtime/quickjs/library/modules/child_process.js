/** node:child_process: there is no operating system whose programs could be run. */
import { impossibles } from "../internal/impossible.js";

const WHY =
  "람다 랩의 시뮬레이터에는 운영체제가 없어 다른 프로그램을 실행할 수 없습니다. 실제 AWS Lambda에서는 배포 패키지나 레이어에 넣은 실행 파일을 실행할 수 있습니다. 여기서는 같은 일을 자바스크립트로 해 보세요.";
const functions = "_forkChild exec execFile execFileSync execSync fork spawn spawnSync";
const childProcess = impossibles("child_process", WHY, functions, "ChildProcess");

export { childProcess as "module.exports" };
