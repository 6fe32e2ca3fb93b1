// --layers 옵션에 적을 차례와, 레이어마다 압축 파일에 든 것
export const layers = [
  { name: "base-texts", unzippedMB: 2, files: ["templates.json", "nodejs/node_modules/mail-text/index.js"] },
  { name: "winter-texts", unzippedMB: 1, files: ["templates.json"] },
  { name: "phone-5", unzippedMB: 30, files: ["nodejs/node24/node_modules/phone/index.js"] },
];
