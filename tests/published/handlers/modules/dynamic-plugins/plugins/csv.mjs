console.log("csv ready");
export const type = "text/csv";
export default (rows) => rows.map((row) => row.join(",")).join("\n");
