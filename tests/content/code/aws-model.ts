/**
 * What the AWS CLI's commands take, from the models that AWS makes both the CLI and its SDKs from. The SDK's clients carry them as
 * schemas: `[9, namespace, "CreateFunction", traits, input, output]` is an operation, `[3, namespace, name, traits, members, types,
 * required]` a structure whose first `required` members are required.
 */
import { createRequire } from "node:module";

export type AwsShape =
  | { readonly kind: "text" | "number" | "flag" | "blob" | "other" }
  | { readonly kind: "list"; readonly of: () => AwsShape }
  | { readonly kind: "structure"; readonly members: ReadonlyMap<string, () => AwsShape>; readonly required: readonly string[] };

export interface AwsOperation {
  /** By the option's name without `--`. */
  readonly options: ReadonlyMap<string, AwsOption>;
}

export interface AwsOption {
  readonly shape: AwsShape;
  readonly isRequired: boolean;
  /** Where AWS lists the values. */
  readonly values: readonly string[] | undefined;
}

export interface AwsService {
  readonly operations: ReadonlyMap<string, () => AwsOperation>;
  readonly waiters: readonly string[];
}

/** The CLI's name of a service → the client that carries its model. A command of another service needs a line here. */
const CLIENTS: Readonly<Record<string, string>> = {
  cloudwatch: "cloudwatch",
  dynamodb: "dynamodb",
  ecr: "ecr",
  iam: "iam",
  kms: "kms",
  lambda: "lambda",
  logs: "cloudwatch-logs",
  s3api: "s3",
  secretsmanager: "secrets-manager",
  "service-quotas": "service-quotas",
  sqs: "sqs",
  sts: "sts",
};

export const SERVICES = Object.keys(CLIENTS);

const load = createRequire(import.meta.url);
const read = new Map<string, AwsService>();

export function awsService(name: string): AwsService | undefined {
  const client = CLIENTS[name];
  if (client === undefined) return undefined;
  const known = read.get(name);
  if (known !== undefined) return known;
  const service = serviceFrom(load(`@aws-sdk/client-${client}`));
  read.set(name, service);
  return service;
}

/** The values that AWS lists for a name in a service's model. */
export function awsValues(service: string, name: string): readonly string[] {
  const client = CLIENTS[service];
  return (client === undefined ? undefined : valuesOf(load(`@aws-sdk/client-${client}`), name)) ?? [];
}

function serviceFrom(module: Readonly<Record<string, unknown>>): AwsService {
  const operations = Object.values(module).flatMap((schema) => {
    if (!Array.isArray(schema) || schema[0] !== OPERATION) return [];
    return [[kebab(String(schema[2])), () => operationFrom(schema, module)] as const];
  });
  const waiters = Object.keys(module).flatMap((name) => (name.startsWith("waitUntil") ? [kebab(name.slice("waitUntil".length))] : []));
  return { operations: new Map(operations), waiters };
}

const OPERATION = 9;
const STRUCTURE = 3;
const UNION = 4;
const LIST = 1;

function operationFrom(schema: readonly unknown[], module: Readonly<Record<string, unknown>>): AwsOperation {
  const input = shapeOf(schema[4]);
  if (input.kind !== "structure") return { options: new Map() };
  const options = [...input.members].map(([name, of]) => {
    const option: AwsOption = { shape: of(), isRequired: input.required.includes(name), values: valuesOf(module, name) };
    return [kebab(name), option] as const;
  });
  return { options: new Map(options) };
}

/** `InvocationType` has its values under its own name, `CompatibleArchitectures` under `Architecture`, `AuthType` under `FunctionUrlAuthType`. */
function valuesOf(module: Readonly<Record<string, unknown>>, member: string): readonly string[] | undefined {
  // Of lists of functions, where "ALL" is a version; an alias's version is any number.
  if (member === "FunctionVersion") return undefined;
  const names = [member, member.replace(/s$/, ""), member.replace(/^Compatible(\w+)s$/, "$1"), `FunctionUrl${member}`];
  const values = names.map((name) => module[name]).find((value) => typeof value === "object" && value !== null && !Array.isArray(value));
  if (values === undefined) return undefined;
  const all = Object.values(values ?? {});
  return all.length > 0 && all.every((value) => typeof value === "string") ? all : undefined;
}

/** A schema stands for itself, behind a function, or with traits as `[schema, traits]`; a number says a simple type. */
function shapeOf(reference: unknown): AwsShape {
  if (typeof reference === "function") return shapeOf(reference());
  if (typeof reference === "number") return simpleShape(reference);
  if (!Array.isArray(reference)) return { kind: "other" };
  const [kind, , , , names, types, required] = reference;
  if (reference.length === 2) return shapeOf(reference[0]);
  if ((kind === STRUCTURE || kind === UNION) && Array.isArray(names) && Array.isArray(types)) {
    const members = names.map((name, index) => [String(name), () => shapeOf(types[index])] as const);
    return { kind: "structure", members: new Map(members), required: names.slice(0, Number(required ?? 0)).map(String) };
  }
  if (kind === LIST) return { kind: "list", of: () => shapeOf(names) };
  return { kind: "other" };
}

/** Numbers of @smithy/core's schema deref: 64 a list of, 128 a map of. */
function simpleShape(code: number): AwsShape {
  if (code >= 128) return { kind: "other" };
  if (code >= 64) return { kind: "list", of: () => simpleShape(code - 64) };
  if (code === 0) return { kind: "text" };
  if (code === 1) return { kind: "number" };
  if (code === 2) return { kind: "flag" };
  return { kind: code === 21 || code === 42 ? "blob" : "other" };
}

/** As botocore's `xform_name` makes options of members: `VpcConfig` → `vpc-config`, `KMSKeyArn` → `kms-key-arn`. */
export function kebab(name: string): string {
  const plural = name.replace(/[A-Z]{2,}s$/, (capitals) => `-${capitals.toLowerCase()}`);
  return plural
    .replaceAll(/([^-])([A-Z][a-z]+)/g, "$1-$2")
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase();
}
