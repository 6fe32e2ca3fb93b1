function parse(text) {
  const rows = [[]];
  for (const [, quoted, plain, sep] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n|$)/g)) {
    if (quoted === undefined && plain === '' && sep === '') break;
    rows.at(-1).push(quoted?.replace(/""/g, '"') ?? plain);
    if (sep === '\n') rows.push([]);
  }
  return rows.filter((r) => r.length);
}
exports.handler = async ({ csv }) => {
  const [head, ...rows] = parse(csv);
  const records = rows.map((r) => Object.fromEntries(r.map((v, i) => [head[i], v])));
  console.table(records);
  return records;
};
