/** node:test: tests run before a deployment, not in a function. */
import { impossibles } from "../internal/impossible.js";

const WHY = "람다 랩의 시뮬레이터에서는 테스트 실행기를 쓸 수 없습니다. 함수 안에서 확인하려면 assert를 쓰세요.";
const functions = "expectFailure skip todo only after afterEach before beforeEach describe getTestContext it run suite test";
const made = impossibles("test", WHY, functions);
const { test } = made;
const runner = Object.assign(test, made, { describe: test, it: test, suite: test, mock: {}, snapshot: {}, assert: {} });

export { runner as "module.exports" };
