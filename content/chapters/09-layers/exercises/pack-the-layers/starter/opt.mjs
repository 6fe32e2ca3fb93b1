const SEARCHED = ["/opt/nodejs/node24/node_modules", "/opt/nodejs/node_modules"];

// 레이어를 차례대로 풉니다. 경로가 같으면 뒤의 것이 덮습니다.
export const unpacked = (layers) => {
  const opt = {};
  for (const layer of layers) {
    for (const path of layer.files) opt[`/opt/${path}`] = layer.name;
  }
  return opt;
};

// 패키지가 어느 레이어의 것인지 답합니다.
export const findPackage = (opt, name) => {
  const folder = SEARCHED.find((searched) => opt[`${searched}/${name}/index.js`] !== undefined);
  if (folder === undefined) return `Cannot find package '${name}'`;
  return opt[`${folder}/${name}/index.js`];
};
