const loaded = new Map();

async function plugin(name) {
  if (!loaded.has(name)) {
    console.log(`loading ${name}`);
    loaded.set(name, import(`./plugins/${name}.mjs`));
  }
  return loaded.get(name);
}

export const handler = async (event) => {
  try {
    const { default: render, type } = await plugin(event.plugin);
    return { statusCode: 200, headers: { "content-type": type }, body: render(event.rows) };
  } catch (error) {
    if (error.code === "ERR_MODULE_NOT_FOUND") {
      return { statusCode: 400, body: `no plugin ${event.plugin} (${error.name}: ${error.code})` };
    }
    throw error;
  }
};
