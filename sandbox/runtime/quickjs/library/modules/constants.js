/** node:constants: the old place of what os, fs and crypto have. */
import os from "os";

const { errno, priority, signals, dlopen } = os.constants;
const constants = Object.freeze({
  ...dlopen,
  ...errno,
  ...priority,
  ...signals,
  ...require("fs").constants,
  ...require("internal/crypto-constants").constants.crypto,
});

export { constants as "module.exports" };
