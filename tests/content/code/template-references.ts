/** !Ref, !GetAtt, !Sub and DependsOn lead to what is there. */
import { isMap, isNode, isScalar, isSeq, type Node, visit, type YAMLMap } from "yaml";
import { samShape } from "./sam-shape.ts";
import { type CheckedTemplate, intrinsicOf, type TemplateFault } from "./template-nodes.ts";
import { resourceShape } from "./template-shape.ts";

const PSEUDO = ["AccountId", "NotificationARNs", "NoValue", "Partition", "Region", "StackId", "StackName", "URLSuffix"].map(
  (name) => `AWS::${name}`,
);

/** `others`: names of further templates, which only a fragment may use. */
export function referenceFaults(root: YAMLMap, template: CheckedTemplate, others: readonly string[]): readonly TemplateFault[] {
  const types = typesOf(root, template);
  const faults: TemplateFault[] = [];
  const report = (node: Node, says: string) => faults.push({ line: template.lineOf(node), says });
  const isElsewhere = (name: string) => template.isFragment && others.includes(name.split(".")[0] ?? "");
  const named = (node: Node, name: string) => {
    if (!types.has(name) && !PSEUDO.includes(name) && !isElsewhere(name))
      report(
        node,
        `템플릿에 없는 이름을 가리킵니다: ${name}. 있는 것: ${[...types.keys()].join(", ")}.${template.isFragment ? "" : " 다른 템플릿에 있다면 펜스에 fragment를 붙이세요."}`,
      );
  };
  const attribute = (node: Node, path: string) => {
    const { name, asked } = splitAttribute(path, types);
    const type = types.get(name);
    if (type === undefined) return named(node, name);
    const has = (samShape(type) ?? resourceShape(type))?.attributes ?? [];
    if (!has.includes(asked) && !asked.startsWith("Outputs."))
      report(node, `${name}(${type})에 ${asked} 값이 없습니다. 있는 것: ${has.join(", ")}.`);
  };
  visit(root, {
    Node(key, node) {
      if (key === "key" || !isNode(node)) return;
      const intrinsic = intrinsicOf(node);
      const value = intrinsic === undefined ? undefined : argumentOf(node);
      if (intrinsic === "Ref" && typeof value === "string") named(node, value);
      if (intrinsic === "GetAtt") attribute(node, Array.isArray(value) ? value.join(".") : String(value));
      if (intrinsic === "Sub") for (const path of placesIn(value)) (path.includes(".") ? attribute : named)(node, path);
    },
    Pair(_, { key, value }) {
      if (!isScalar(key) || key.value !== "DependsOn") return;
      for (const item of isSeq(value) ? value.items : [value]) if (isScalar(item)) named(item, String(item.value));
    },
  });
  return faults;
}

/** Logical names with their types, those that SAM makes among them. Parameters have none that !GetAtt could ask. */
function typesOf(root: YAMLMap, { resources }: CheckedTemplate): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  const parameters = root.get("Parameters", true);
  if (isMap(parameters)) for (const { key } of parameters.items) types.set(String(key), "Parameter");
  for (const { key, value } of resources?.items ?? []) {
    const name = String(key);
    const type = isMap(value) ? String(value.get("Type")) : "";
    types.set(name, type);
    if (type !== "AWS::Serverless::Function" || !isMap(value)) continue;
    // https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-function.html
    types.set(`${name}Role`, "AWS::IAM::Role");
    if (value.hasIn(["Properties", "FunctionUrlConfig"])) types.set(`${name}Url`, "AWS::Lambda::Url");
    if (value.hasIn(["Properties", "AutoPublishAlias"]))
      types.set(`${name}.Version`, "AWS::Lambda::Version").set(`${name}.Alias`, "AWS::Lambda::Alias");
    types.set("ServerlessHttpApi", "AWS::ApiGatewayV2::Api").set("ServerlessRestApi", "AWS::ApiGateway::RestApi");
  }
  return types;
}

/** `ClinicBooking.Version.Version`: SAM's names have a dot of their own. */
function splitAttribute(path: string, types: ReadonlyMap<string, string>): { readonly name: string; readonly asked: string } {
  const pieces = path.split(".");
  const made = pieces.slice(0, 2).join(".");
  const length = pieces.length > 2 && types.has(made) ? 2 : 1;
  return { name: pieces.slice(0, length).join("."), asked: pieces.slice(length).join(".") };
}

function argumentOf(node: Node): unknown {
  if (node.tag?.startsWith("!") === true) return isScalar(node) ? node.value : isSeq(node) ? node.toJSON() : undefined;
  return isMap(node) ? isNode(node.items[0]?.value) && node.items[0].value.toJSON() : undefined;
}

/** `${Name}` and `${Name.Attribute}`, less those that !Sub's second argument gives, and `${!Literal}`. */
function placesIn(value: unknown): readonly string[] {
  const [text, given] = Array.isArray(value) ? value : [value, {}];
  const names = [...String(text).matchAll(/\$\{([^!}][^}]*)\}/g)].map(([, name = ""]) => name.trim());
  return names.filter((name) => typeof given !== "object" || given === null || !(name in given));
}
