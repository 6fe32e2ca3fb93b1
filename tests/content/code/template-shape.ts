/** What may stand at a place of a CloudFormation template. */
import { loadAwsServiceSpecSync } from "@aws-cdk/aws-service-spec";
import { POLICY, REDRIVE } from "./policy-shape.ts";

export type Shape =
  | { readonly kind: "any" | "text" | "number" | "flag" }
  | { readonly kind: "value"; readonly among: () => readonly string[] }
  | { readonly kind: "list" | "map"; readonly of: Shape }
  | { readonly kind: "object"; readonly fields: () => Fields }
  | { readonly kind: "either"; readonly of: readonly Shape[] };

export type Fields = Readonly<Record<string, { readonly shape: Shape; readonly isRequired: boolean }>>;

export interface ResourceShape {
  readonly properties: Fields;
  /** What !GetAtt can ask for. */
  readonly attributes: readonly string[];
}

/** Properties that AWS's schemas call JSON and whose shape is known all the same. */
const DOCUMENTS: Readonly<Record<string, Shape>> = { AssumeRolePolicyDocument: POLICY, PolicyDocument: POLICY, RedrivePolicy: REDRIVE };

type Database = ReturnType<typeof loadAwsServiceSpecSync>;
type Resource = ReturnType<Database["all"]>[number] extends infer Any ? Extract<Any, { readonly cloudFormationType: string }> : never;
type Property = Resource["properties"][string];

let loaded: Database | undefined;

/** AWS's own resource schemas, as the CDK is made from them. Undefined for a type that AWS does not have. */
export function resourceShape(type: string): ResourceShape | undefined {
  loaded ??= loadAwsServiceSpecSync();
  const database = loaded;
  const [resource] = database.lookup("resource", "cloudFormationType", "equals", type);
  if (resource === undefined) return undefined;
  return { properties: fieldsFrom(database, resource.properties), attributes: Object.keys(resource.attributes) };
}

function fieldsFrom(database: Database, properties: Readonly<Record<string, Property>>): Fields {
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [
      name,
      { shape: DOCUMENTS[name] ?? shapeFrom(database, property.type), isRequired: property.required === true },
    ]),
  );
}

function shapeFrom(database: Database, type: Property["type"]): Shape {
  switch (type.type) {
    case "string":
      return { kind: "text" };
    case "number":
    case "integer":
      return { kind: "number" };
    case "boolean":
      return { kind: "flag" };
    case "array":
      return { kind: "list", of: shapeFrom(database, type.element) };
    case "map":
      return { kind: "map", of: shapeFrom(database, type.element) };
    case "union":
      return { kind: "either", of: type.types.map((each) => shapeFrom(database, each)) };
    case "ref":
      return { kind: "object", fields: () => fieldsFrom(database, database.get("typeDefinition", type.reference.$ref).properties) };
    default:
      return { kind: "any" };
  }
}
