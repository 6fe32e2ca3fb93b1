const held = new Set();

function lock(name) {
  held.add(name);
  return {
    name,
    [Symbol.dispose]() {
      held.delete(name);
      console.log(`released ${name}`);
    },
  };
}

export const handler = async ({ id }) => {
  using order = lock(`order-${id}`);
  if (id === 2) throw new Error(`order ${id} is broken, ${held.size} held`);
  return { held: [...held], safe: RegExp.escape(order.name), isError: Error.isError(new TypeError()) };
};
