import { layers } from "./layers.mjs";
import { findPackage, unpacked } from "./opt.mjs";

const CODE_MB = 40;

export const handler = async () => {
  const opt = unpacked(layers);
  return {
    phone: findPackage(opt, "phone"),
    mailText: findPackage(opt, "mail-text"),
    templates: opt["/opt/templates.json"] ?? "없음",
    totalMB: CODE_MB + layers.reduce((sum, layer) => sum + layer.unzippedMB, 0),
  };
};
