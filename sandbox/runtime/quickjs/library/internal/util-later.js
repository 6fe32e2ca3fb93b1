/** What of node:util few programs use, and console.log never: found when it is first asked for. */
const file = (group, id) => require(group)(id);

const later = {
  get TextDecoder() {
    return require("internal/encoding").TextDecoder;
  },
  get TextEncoder() {
    return require("internal/encoding").TextEncoder;
  },
  get types() {
    return require("util/types");
  },
  get parseArgs() {
    return file("internal/parse-args", "internal/util/parse_args/parse_args").parseArgs;
  },
  get MIMEType() {
    return file("internal/mime", "internal/mime").MIMEType;
  },
  get MIMEParams() {
    return file("internal/mime", "internal/mime").MIMEParams;
  },
};

export { later as "module.exports" };
