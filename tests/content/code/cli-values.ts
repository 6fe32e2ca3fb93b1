/** The value of an option that takes a structure: JSON, or the CLI's shorthand `Key=value,Key=value`. */
import type { AwsShape } from "./aws-model.ts";

/** Values from files and from the shell's variables are not looked into. */
export function structureFaults(shape: AwsShape, value: string): readonly string[] {
  if (/^fileb?:\/\//.test(value) || (shape.kind !== "structure" && shape.kind !== "list" && shape.kind !== "other")) return [];
  if (/^[[{]/.test(value)) return jsonFaults(shape, value);
  const of = shape.kind === "list" ? shape.of() : shape;
  return of.kind === "structure" ? shorthandFaults(of, value) : [];
}

function jsonFaults(shape: AwsShape, value: string): readonly string[] {
  try {
    return valueFaults(shape, JSON.parse(value));
  } catch (thrown) {
    // A value that is no JSON is what this looks for.
    if (thrown instanceof SyntaxError) return [`JSON으로 읽지 못합니다: ${thrown.message}`];
    throw thrown;
  }
}

function valueFaults(shape: AwsShape, value: unknown): readonly string[] {
  if (Array.isArray(value)) return shape.kind === "list" ? value.flatMap((each) => valueFaults(shape.of(), each)) : [];
  if (typeof value !== "object" || value === null || shape.kind !== "structure") return [];
  return [
    ...keyFaults(shape, Object.keys(value)),
    ...Object.entries(value).flatMap(([key, inner]) => valueFaults(shape.members.get(key)?.() ?? { kind: "other" }, inner)),
  ];
}

/** A piece without `=` goes on with the list before it: `SubnetIds=a,b,SecurityGroupIds=c`. */
function shorthandFaults(shape: AwsShape & { readonly kind: "structure" }, value: string): readonly string[] {
  const keys = outerPieces(value).flatMap((piece) => (/^([A-Za-z]\w*)=/.exec(piece)?.[1] ?? "").split(" ").filter((key) => key !== ""));
  if (keys.length === 0)
    return value.includes("$") ? [] : [`키가 없습니다: ${value}. ${[...shape.members.keys()].join(", ")} 가운데 하나를 적으세요.`];
  return keyFaults(shape, keys);
}

function keyFaults(shape: AwsShape & { readonly kind: "structure" }, keys: readonly string[]): readonly string[] {
  const unknown = keys
    .filter((key) => !shape.members.has(key))
    .map((key) => `없는 키입니다: ${key}. 있는 것: ${[...shape.members.keys()].join(", ")}.`);
  const missing = shape.required.filter((key) => !keys.includes(key)).map((key) => `꼭 있어야 하는 키가 빠졌습니다: ${key}.`);
  return [...unknown, ...missing];
}

/** Split at commas that stand in no bracket. */
function outerPieces(value: string): readonly string[] {
  const pieces = [""];
  let depth = 0;
  for (const letter of value) {
    if ("{[".includes(letter)) depth += 1;
    if ("}]".includes(letter)) depth -= 1;
    if (letter === "," && depth === 0) pieces.push("");
    else pieces[pieces.length - 1] = `${pieces.at(-1) ?? ""}${letter}`;
  }
  return pieces;
}
