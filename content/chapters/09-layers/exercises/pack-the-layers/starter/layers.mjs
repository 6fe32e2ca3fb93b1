// --layers 옵션에 적을 차례와, 레이어마다 압축 파일에 든 것
export const layers = [
  { name: "winter-texts", unzippedMB: 1, files: ["templates.json"] },
  { name: "base-texts", unzippedMB: 2, files: ["templates.json", "mail-text/index.js"] },
  { name: "phone-5", unzippedMB: 30, files: ["nodejs/node22/node_modules/phone/index.js"] },
  { name: "all-fonts", unzippedMB: 190, files: ["fonts/all.ttc"] },
];
