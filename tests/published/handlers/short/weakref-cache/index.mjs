const memo = new WeakMap();
const config = new Proxy({}, { get: (t, k, r) => Reflect.get(t, k, r) ?? `default:${String(k)}`, has: () => true });
export const handler = async () => {
  const key = {};
  memo.set(key, 1);
  config.port = 80;
  return [memo.get(key), new WeakRef(key).deref() === key, config.port, config.host, "any" in config, Object.keys(config), typeof FinalizationRegistry];
};
