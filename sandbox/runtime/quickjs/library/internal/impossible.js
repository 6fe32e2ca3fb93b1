/** What Node has and the simulator cannot have: importing it works, using it throws. What a reader of the site sees is Korean. */

/** `what`: as the code calls it. `why`: what is not possible, and what to do instead. */
export function impossibleError(what, why) {
  return new Error(`${what}: ${why}`);
}

/** Functions and classes of those names that throw, as an object's own properties. */
export function impossibles(module, why, functions, classes = "") {
  const made = {};
  for (const name of words(functions)) {
    made[name] = () => {
      throw impossibleError(`${module}.${name}`, why);
    };
    named(made[name], name);
  }
  for (const name of words(classes)) made[name] = impossibleClass(module, name, why);
  return made;
}

export function impossibleClass(module, name, why) {
  const made = class {
    constructor() {
      throw impossibleError(`new ${module}.${name}()`, why);
    }
  };
  return named(made, name);
}

const words = (text) => text.split(/\s+/).filter((word) => word !== "");

function named(value, name) {
  return Object.defineProperty(value, "name", { value: name, configurable: true });
}
