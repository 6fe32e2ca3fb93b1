export const type = "application/json";
export { stringify as default };
function stringify(rows) {
  return JSON.stringify({ rows });
}
