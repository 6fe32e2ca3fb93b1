/** CloudFormation and SAM templates: AWS has every type, property, attribute and function in them, and every name leads somewhere. */
import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from "yaml";
import { eventProperties, eventTypes, samShape } from "./sam-shape.ts";
import { type CheckedTemplate, nodeFaults, type TemplateFault } from "./template-nodes.ts";
import { referenceFaults } from "./template-references.ts";
import { type Fields, type ResourceShape, resourceShape, type Shape } from "./template-shape.ts";

const SECTIONS = [
  "AWSTemplateFormatVersion",
  "Transform",
  "Description",
  "Metadata",
  "Parameters",
  "Mappings",
  "Conditions",
  "Rules",
  "Globals",
];
const ATTRIBUTES = [
  "Type",
  "Properties",
  "Metadata",
  "DependsOn",
  "Condition",
  "DeletionPolicy",
  "UpdateReplacePolicy",
  "CreationPolicy",
  "UpdatePolicy",
];
const SAM_ATTRIBUTES = ["Connectors", "IgnoreGlobals"];

/**
 * `others`: further templates that the reader has before them, whose names a fragment may use. A fragment that is not even some
 * resources under `Resources` (resources alone, properties of a function) may name anything.
 */
export function templateFaults(text: string, isFragment: boolean, others: readonly string[]): readonly TemplateFault[] {
  const { above, indentation } = isFragment ? frameOf(text) : NO_FRAME;
  const lines = new LineCounter();
  const framed = [...above, text.replaceAll(/^(?=.)/gm, indentation)].join("\n");
  const document = parseDocument(framed, { lineCounter: lines, logLevel: "silent" });
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line - above.length);
  const [error] = document.errors;
  if (error !== undefined) return [{ line: lineAt(error.pos[0]), says: `YAML로 읽지 못합니다. ${error.message.split("\n")[0]}` }];
  const root = document.contents;
  if (!isMap(root)) return [{ line: 1, says: "템플릿은 키와 값으로 적어야 합니다." }];
  const lineOf = (node: unknown) => (isNode(node) ? lineAt(node.range?.[0] ?? 0) : 1);
  const template: CheckedTemplate = { lineOf, resources: resourcesOf(root), isFragment };
  const faults = [
    ...(isFragment ? [] : sectionFaults(root, template)),
    ...entriesOf(template.resources).flatMap(([name, node]) => resourceFaults(name, node, template)),
    ...(above.length > 0 ? [] : referenceFaults(root, template, others.flatMap(namesIn))),
  ];
  return faults.toSorted((a, b) => a.line - b.line);
}

interface Frame {
  /** Lines above what is there, which make a template of it. */
  readonly above: readonly string[];
  readonly indentation: string;
}

const NO_FRAME: Frame = { above: [], indentation: "" };
const RESOURCES: Frame = { above: ["Resources:"], indentation: "  " };
const PROPERTIES: Frame = {
  above: ["Resources:", "  Fragment:", "    Type: AWS::Serverless::Function", "    Properties:"],
  indentation: "      ",
};

/** A fragment is a template without its head, some resources, or some properties of a function. */
function frameOf(text: string): Frame {
  const root = parseDocument(text, { logLevel: "silent" }).contents;
  if (!isMap(root) || root.has("Resources")) return NO_FRAME;
  return root.items.every(({ value }) => isMap(value) && value.has("Type")) ? RESOURCES : PROPERTIES;
}

function resourcesOf(root: YAMLMap): YAMLMap | undefined {
  const resources = root.get("Resources", true);
  return isMap(resources) ? resources : undefined;
}

const entriesOf = (map: YAMLMap | undefined): readonly (readonly [string, Node | null])[] =>
  (map?.items ?? []).map(({ key, value }) => [isScalar(key) ? String(key.value) : "", isNode(value) ? value : null]);

/** Names that another template declares. */
function namesIn(text: string): readonly string[] {
  const root = parseDocument(text, { logLevel: "silent" }).contents;
  if (!isMap(root)) return [];
  const parameters = root.get("Parameters", true);
  return [...entriesOf(resourcesOf(root)), ...entriesOf(isMap(parameters) ? parameters : undefined)].map(([name]) => name);
}

function sectionFaults(root: YAMLMap, template: CheckedTemplate): readonly TemplateFault[] {
  const { lineOf, resources } = template;
  const known = [...SECTIONS, "Resources", "Outputs"];
  const unknown = root.items.flatMap(({ key }): TemplateFault[] => {
    if (isScalar(key) && known.includes(String(key.value))) return [];
    return [{ line: lineOf(key), says: `템플릿에 없는 구역입니다: ${isScalar(key) ? key.value : "?"}. 있는 것: ${known.join(", ")}.` }];
  });
  const isSam = entriesOf(resources).some(([, node]) => isMap(node) && String(node.get("Type")).startsWith("AWS::Serverless::"));
  const transform = root.get("Transform");
  if (isSam && transform !== "AWS::Serverless-2016-10-31")
    unknown.push({
      line: 1,
      says: "SAM의 리소스가 있는데 Transform: AWS::Serverless-2016-10-31 줄이 없습니다. 더하거나, 템플릿의 일부라면 펜스에 fragment를 붙이세요.",
    });
  if (resources === undefined)
    unknown.push({ line: 1, says: "Resources 구역이 없습니다. 더하거나, 템플릿의 일부라면 펜스에 fragment를 붙이세요." });
  return [...unknown, ...entryFaults(root, template), ...globalFaults(root, template)];
}

const field = (shape: Shape, isRequired: boolean) => ({ shape, isRequired });
const fieldsOf = (shape: Shape, ...names: readonly string[]): Fields =>
  Object.fromEntries(names.map((name) => [name, field(shape, false)]));

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html and outputs-section-structure.html */
const ENTRIES: Readonly<Record<string, Fields>> = {
  Parameters: {
    Type: field({ kind: "text" }, true),
    ...fieldsOf({ kind: "any" }, "AllowedPattern", "AllowedValues", "ConstraintDescription", "Default", "Description", "NoEcho"),
    ...fieldsOf({ kind: "number" }, "MaxLength", "MaxValue", "MinLength", "MinValue"),
  },
  Outputs: { Value: field({ kind: "any" }, true), ...fieldsOf({ kind: "any" }, "Condition", "Description", "Export") },
};

/** Of SAM: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html */
const GLOBALS = fieldsOf(
  { kind: "any" },
  "Api",
  "CapacityProvider",
  "Function",
  "HttpApi",
  "LayerVersion",
  "SimpleTable",
  "StateMachine",
  "WebSocketApi",
);

function entryFaults(root: YAMLMap, template: CheckedTemplate): readonly TemplateFault[] {
  const globals = root.get("Globals", true);
  const shared = isNode(globals) ? nodeFaults(globals, { kind: "object", fields: () => GLOBALS }, "Globals", template) : [];
  const entries = Object.entries(ENTRIES).flatMap(([section, fields]) => {
    const node = root.get(section, true);
    return isNode(node) ? nodeFaults(node, { kind: "map", of: { kind: "object", fields: () => fields } }, section, template) : [];
  });
  return [...shared, ...entries];
}

/** What all functions share has the shape of a function's properties. */
function globalFaults(root: YAMLMap, template: CheckedTemplate): readonly TemplateFault[] {
  const globals = root.getIn(["Globals", "Function"], true);
  const shape = samShape("AWS::Serverless::Function");
  if (!isNode(globals) || shape === undefined) return [];
  const optional = Object.fromEntries(Object.entries(shape.properties).map(([name, field]) => [name, { ...field, isRequired: false }]));
  return nodeFaults(globals, { kind: "object", fields: () => optional }, "Globals.Function", template);
}

function resourceFaults(name: string, node: Node | null, template: CheckedTemplate): readonly TemplateFault[] {
  const line = template.lineOf(node);
  const type = isMap(node) ? node.get("Type") : undefined;
  if (!isMap(node) || typeof type !== "string") return [{ line, says: `${name} 리소스에 Type이 없습니다.` }];
  if (type.startsWith("Custom::")) return [];
  const shape = samShape(type) ?? resourceShape(type);
  if (shape === undefined)
    return [{ line: template.lineOf(node.get("Type", true)), says: `AWS에 없는 리소스 형식입니다: ${type}. 이름을 고치세요.` }];
  const known = type.startsWith("AWS::Serverless::") ? [...ATTRIBUTES, ...SAM_ATTRIBUTES] : ATTRIBUTES;
  const unknown = node.items.flatMap(({ key }): TemplateFault[] => {
    if (isScalar(key) && known.includes(String(key.value))) return [];
    return [
      {
        line: template.lineOf(key),
        says: `리소스에 없는 키입니다: ${isScalar(key) ? key.value : "?"}. 속성이라면 Properties 아래에 적으세요.`,
      },
    ];
  });
  return [...unknown, ...propertyFaults(name, type, shape, node, template), ...eventFaults(name, node, template)];
}

function propertyFaults(
  name: string,
  type: string,
  shape: ResourceShape,
  node: YAMLMap,
  template: CheckedTemplate,
): readonly TemplateFault[] {
  const properties = node.get("Properties", true);
  if (isNode(properties)) return nodeFaults(properties, { kind: "object", fields: () => shape.properties }, `${name}(${type})`, template);
  const missing = Object.entries(shape.properties).filter(([, { isRequired }]) => isRequired);
  if (missing.length === 0) return [];
  return [
    {
      line: template.lineOf(node),
      says: `${name}(${type})에 꼭 있어야 하는 속성이 빠졌습니다: ${missing.map(([each]) => each).join(", ")}.`,
    },
  ];
}

/** A SAM event's properties depend on its type. */
function eventFaults(name: string, resource: YAMLMap, template: CheckedTemplate): readonly TemplateFault[] {
  const events = resource.get("Type") === "AWS::Serverless::Function" ? resource.getIn(["Properties", "Events"], true) : undefined;
  if (!isMap(events)) return [];
  return entriesOf(events).flatMap(([event, node]): readonly TemplateFault[] => {
    if (!isMap(node)) return [];
    const type = String(node.get("Type"));
    const shape = eventProperties(type);
    if (shape === undefined)
      return [
        {
          line: template.lineOf(node.get("Type", true)),
          says: `검사가 모르는 이벤트 형식입니다: ${type}. 있는 것: ${eventTypes().join(", ")}.`,
        },
      ];
    const properties = node.get("Properties", true);
    return isNode(properties) && !isSeq(properties) ? nodeFaults(properties, shape, `${name}의 ${event}(${type})`, template) : [];
  });
}
