/** node:vm: code in the one context that there is. */
import { impossibleError, impossibles } from "../internal/impossible.js";
import { validateString } from "../internal/validators.js";

const WHY =
  "람다 랩의 시뮬레이터에서는 전역 객체가 다른 컨텍스트를 만들 수 없습니다. vm.runInThisContext를 쓰거나 필요한 값을 함수의 인수로 넘기세요.";
// biome-ignore lint/security/noGlobalEval: what vm is for; it is the guest's eval, inside the sandbox.
const globalEval = eval;

class Script {
  #code;
  constructor(code, _options) {
    this.#code = `${code}`;
    // A syntax error is thrown now, as in Node, and nothing is run.
    new Function(`return; (() => {${/^\s*(?:import|export)\b/m.test(this.#code) ? "" : this.#code}\n})`);
  }
  runInThisContext() {
    return globalEval(this.#code);
  }
  runInContext() {
    throw impossibleError("script.runInContext", WHY);
  }
  runInNewContext() {
    throw impossibleError("script.runInNewContext", WHY);
  }
  createCachedData() {
    return Buffer.alloc(0);
  }
}

const vm = {
  Script,
  createScript: (code, options) => new Script(code, options),
  runInThisContext(code) {
    validateString(code, "code");
    return globalEval(code);
  },
  isContext: () => false,
  compileFunction(code, params = []) {
    validateString(code, "code");
    return new Function(...params, code);
  },
  constants: { __proto__: null },
  ...impossibles("vm", WHY, "createContext runInContext runInNewContext measureMemory"),
};

export { vm as "module.exports" };
