/** TypeScript sources as the deployment package that they are built to. */
import { buildPackage } from "../runtime/quickjs/typescript/package-build.ts";
import { BadInput } from "./bad-input.ts";
import type { DeploymentPackage } from "./deployment-package.ts";

/** Names of the files that are deployed in the place of sources: `index.ts → index.mjs`. */
export interface BuiltPackage {
  readonly deployed: DeploymentPackage;
  readonly renamed: readonly string[];
}

export function builtPackage(sources: DeploymentPackage): BuiltPackage {
  const build = buildPackage(sources.files);
  if ("refused" in build) {
    const { file, line, column, code, message } = build.refused;
    throw new BadInput(`${file} ${line}행 ${column}열에서 빌드하지 못했습니다: ${message} (${code})`);
  }
  const renamed = Object.keys(sources.files).filter((path) => build.files[path] === undefined);
  return { deployed: { ...sources, files: build.files }, renamed };
}
