/** node:sea: the code is no single executable application. */
import { impossibles } from "../internal/impossible.js";

const WHY = "Lambda 함수는 단일 실행 파일로 배포되지 않으므로 쓸 수 없습니다. 파일은 fs로 읽으세요.";
const sea = { isSea: () => false, ...impossibles("sea", WHY, "getAsset getRawAsset getAssetAsBlob getAssetKeys") };

export { sea as "module.exports" };
