/** A place of a template against the shape that AWS gives it. */
import { isMap, isScalar, isSeq, type Node, type YAMLMap } from "yaml";
import type { Fields, Shape } from "./template-shape.ts";

export interface TemplateFault {
  /** In the template, from 1. */
  readonly line: number;
  readonly says: string;
}

export interface CheckedTemplate {
  readonly lineOf: (node: unknown) => number;
  readonly resources: YAMLMap | undefined;
  readonly isFragment: boolean;
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html */
const FUNCTIONS = [
  "Base64",
  "Cidr",
  "FindInMap",
  "GetAtt",
  "GetAZs",
  "If",
  "ImportValue",
  "Join",
  "Select",
  "Split",
  "Sub",
  "ToJsonString",
  "Transform",
  "Length",
];
const CONDITIONS = ["And", "Equals", "Not", "Or", "Condition", "Ref"];

/** `!Sub …`, or `Fn::Sub: …` alone in a map. Undefined where a value stands for itself. */
export function intrinsicOf(node: Node): string | undefined {
  if (node.tag?.startsWith("!") === true && node.tag !== "!") return node.tag.slice(1);
  if (!isMap(node) || node.items.length !== 1) return undefined;
  const key = node.items[0]?.key;
  const name = isScalar(key) ? String(key.value) : "";
  return name === "Ref" || name === "Condition" ? name : /^Fn::(\w+)$/.exec(name)?.[1];
}

export function nodeFaults(node: Node, shape: Shape, where: string, template: CheckedTemplate): readonly TemplateFault[] {
  const line = template.lineOf(node);
  const intrinsic = intrinsicOf(node);
  if (intrinsic !== undefined && (node.tag?.startsWith("!") === true || shape.kind !== "any")) {
    // Its value is known only when the stack is made.
    return [...FUNCTIONS, ...CONDITIONS].includes(intrinsic)
      ? []
      : [{ line, says: `${where}: CloudFormation에 없는 함수입니다: ${intrinsic}.` }];
  }
  switch (shape.kind) {
    case "any":
      return [];
    case "either":
      return fewest(shape.of.map((each) => nodeFaults(node, each, where, template)));
    case "list":
      if (!isSeq(node)) return [{ line, says: `${where}에는 목록을 적어야 합니다. 줄마다 -를 붙이거나 [ ]로 감싸세요.` }];
      return node.items.flatMap((item) => (isNodeLike(item) ? nodeFaults(item, shape.of, where, template) : []));
    case "map":
      if (!isMap(node)) return [{ line, says: `${where}에는 키와 값을 적어야 합니다.` }];
      return node.items.flatMap(({ key, value }) =>
        isNodeLike(value) ? nodeFaults(value, shape.of, `${where}.${String(key)}`, template) : [],
      );
    case "object":
      if (!isMap(node)) return [{ line, says: `${where}에는 키와 값을 적어야 합니다.` }];
      return objectFaults(node, shape.fields(), where, template);
    case "value": {
      const among = shape.among();
      if (isScalar(node) && among.includes(String(node.value))) return [];
      return [{ line, says: `${where}에 없는 값입니다: ${isScalar(node) ? String(node.value) : "목록"}. 있는 것: ${among.join(", ")}.` }];
    }
    default:
      return scalarFaults(node, shape.kind, where, line);
  }
}

const isNodeLike = (value: unknown): value is Node => isScalar(value) || isMap(value) || isSeq(value);

function objectFaults(node: YAMLMap, fields: Fields, where: string, template: CheckedTemplate): readonly TemplateFault[] {
  const faults: TemplateFault[] = [];
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? String(key.value) : "";
    const field = fields[name];
    if (field === undefined)
      faults.push({
        line: template.lineOf(key),
        says: `${where}에 ${name} 속성이 없습니다. 있는 것: ${Object.keys(fields).toSorted().join(", ")}.`,
      });
    else if (isNodeLike(value))
      faults.push(...nodeFaults(value, field.shape, where.includes("(") ? `${where}의 ${name}` : `${where}.${name}`, template));
  }
  const missing = Object.entries(fields).filter(([name, { isRequired }]) => isRequired && !node.has(name));
  if (missing.length > 0)
    faults.push({
      line: template.lineOf(node),
      says: `${where}에 꼭 있어야 하는 속성이 빠졌습니다: ${missing.map(([name]) => name).join(", ")}. 더하세요.`,
    });
  return faults;
}

function scalarFaults(node: Node, kind: "text" | "number" | "flag", where: string, line: number): readonly TemplateFault[] {
  if (!isScalar(node)) return [{ line, says: `${where}에는 값 하나를 적어야 합니다.` }];
  const value = String(node.value);
  if (kind === "number" && !/^-?\d+(\.\d+)?$/.test(value)) return [{ line, says: `${where}에는 수를 적어야 합니다: ${value}` }];
  if (kind === "flag" && !/^(true|false)$/i.test(value)) return [{ line, says: `${where}에는 true나 false를 적어야 합니다: ${value}` }];
  return [];
}

/** Of several readings the one that is meant is the one with the least to say against it. */
function fewest(readings: readonly (readonly TemplateFault[])[]): readonly TemplateFault[] {
  return readings.toSorted((a, b) => a.length - b.length)[0] ?? [];
}
