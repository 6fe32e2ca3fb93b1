/**
 * Layers that every account here has, without a scenario bringing them: packages from npm as a team would publish them once
 * (`zip -r layer.zip nodejs`) and name in its functions. Their files are made at build time (runtime/quickjs/layers) and
 * loaded when a function names the layer.
 */
export const LAYER_CATALOGUE = {
  lodash: ["lodash"],
  uuid: ["uuid"],
  dayjs: ["dayjs"],
  "date-fns": ["date-fns"],
  zod: ["zod"],
  jsonwebtoken: ["jsonwebtoken"],
  middy: [
    "@middy/core",
    "@middy/http-cors",
    "@middy/http-error-handler",
    "@middy/http-header-normalizer",
    "@middy/http-json-body-parser",
    "@middy/input-output-logger",
    "@middy/warmup",
  ],
  "middy-validator": ["@middy/validator"],
  powertools: [
    "@aws-lambda-powertools/batch",
    "@aws-lambda-powertools/commons",
    "@aws-lambda-powertools/event-handler",
    "@aws-lambda-powertools/logger",
    "@aws-lambda-powertools/metrics",
    "@aws-lambda-powertools/parser",
    "@aws-lambda-powertools/tracer",
  ],
  hono: ["hono"],
  axios: ["axios"],
  express: ["express", "serverless-http", "@codegenie/serverless-express"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type CatalogueLayer = keyof typeof LAYER_CATALOGUE;

export const isCatalogueLayer = (name: string): name is CatalogueLayer => Object.hasOwn(LAYER_CATALOGUE, name);

/** The layer that brings what code imports by this name: `date-fns/format` is in `date-fns`. */
export function layerWith(specifier: string): CatalogueLayer | undefined {
  const parts = specifier.split("/");
  const name = parts.slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
  // Object.keys forgets that they are the catalogue's.
  return (Object.keys(LAYER_CATALOGUE) as CatalogueLayer[]).find((layer) => (LAYER_CATALOGUE[layer] as readonly string[]).includes(name));
}
