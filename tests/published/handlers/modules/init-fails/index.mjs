class ConfigurationError extends Error {
  name = "ConfigurationError";
}

async function loadConfiguration() {
  if (!process.env.TABLE_NAME) throw new ConfigurationError("TABLE_NAME is not set");
  return { table: process.env.TABLE_NAME };
}

const configuration = await loadConfiguration();

export const handler = async () => configuration.table;
