/** node:sqlite. */
import { impossibles } from "../internal/impossible.js";

const WHY = "람다 랩의 시뮬레이터에는 SQLite가 없습니다. 작은 데이터는 Map이나 /tmp의 JSON 파일에 두어 보세요.";
const sqlite = { ...impossibles("sqlite", WHY, "backup", "DatabaseSync StatementSync Session"), constants: {} };

export { sqlite as "module.exports" };
