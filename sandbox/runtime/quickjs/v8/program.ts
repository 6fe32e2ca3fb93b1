/**
 * The text of a file with its syntax tree, parsed once. Files of which only the engine can make sense have no tree.
 */
import type { AnyNode, ArrowFunctionExpression, Class, Function as FunctionNode, Node, StaticBlock, Program as Tree } from "acorn";
import { TooDeep } from "../parser/bounded.ts";
import { parse } from "../parser/sound.ts";
import { childrenOf } from "./syntax-tree.ts";

/** Something with code of its own that runs in a frame of its own. */
export type Routine =
  | { readonly kind: "file"; readonly node: Tree; readonly parent: undefined }
  | { readonly kind: "function"; readonly node: FunctionNode | ArrowFunctionExpression; readonly owner: AnyNode; readonly parent: Routine }
  | { readonly kind: "constructor"; readonly node: FunctionNode | undefined; readonly class: Class; readonly parent: Routine }
  | { readonly kind: "static block"; readonly node: StaticBlock; readonly class: Class; readonly parent: Routine }
  | { readonly kind: "fields"; readonly node: Class; readonly class: Class; readonly static: boolean; readonly parent: Routine };

export interface Program {
  readonly text: string;
  readonly commonJs: boolean;
  readonly tree: Tree;
  readonly file: Routine;
  readonly routines: readonly Routine[];
  /** Node → its parent. */
  readonly parents: ReadonlyMap<Node, AnyNode>;
}

/** By text: of ES modules, and of CommonJS files. */
const programs = [new Map<string, Program | undefined>(), new Map<string, Program | undefined>()] as const;
/** Texts that a learner's typing left behind are forgotten with all the others. */
const MOST_KNOWN = 64;
/** Deeper trees are not looked into: how deep a host's stack is differs, and what an error says must not. */
const DEEPEST = 500;

export function programOf(text: string, commonJs: boolean): Program | undefined {
  const known = programs[commonJs ? 1 : 0];
  if (!known.has(text)) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, read(text, commonJs));
  }
  return known.get(text);
}

function read(text: string, commonJs: boolean): Program | undefined {
  const tree = treeOf(text, commonJs);
  if (tree === undefined) return undefined;
  const file: Routine = { kind: "file", node: tree, parent: undefined };
  const routines: Routine[] = [file];
  const parents = new Map<Node, AnyNode>();
  return collect(tree as AnyNode, file, routines, parents, 0) ? { text, commonJs, tree, file, routines, parents } : undefined;
}

function treeOf(text: string, commonJs: boolean): Tree | undefined {
  const options = { ecmaVersion: "latest", allowHashBang: true } as const;
  try {
    if (!commonJs) return parse(text, { ...options, sourceType: "module" });
    return parse(text, { ...options, sourceType: "script", allowReturnOutsideFunction: true, allowSuperOutsideMethod: true });
  } catch (error) {
    // The engine knows syntax that the parser does not: then messages stay as general as they can be told without a tree.
    // And into what is nested very deeply nobody looks.
    if (error instanceof SyntaxError || error instanceof TooDeep) return undefined;
    throw error;
  }
}

/** Whether the tree is no deeper than is looked into. */
function collect(node: AnyNode, within: Routine, routines: Routine[], parents: Map<Node, AnyNode>, depth: number): boolean {
  return childrenOf(node).every((child) => {
    parents.set(child, node);
    const inner = routineOf(child, node, within, routines, parents) ?? within;
    return depth < DEEPEST && collect(child, inner, routines, parents, depth + 1);
  });
}

function routineOf(child: AnyNode, owner: AnyNode, parent: Routine, routines: Routine[], parents: Map<Node, AnyNode>): Routine | undefined {
  const add = (routine: Routine) => {
    routines.push(routine);
    return routine;
  };
  switch (child.type) {
    case "ClassDeclaration":
    case "ClassExpression": {
      const constructor = child.body.body.find((member) => member.type === "MethodDefinition" && member.kind === "constructor");
      if (constructor === undefined) add({ kind: "constructor", node: undefined, class: child, parent });
      if (child.body.body.some((member) => member.type === "PropertyDefinition" && !member.static)) {
        add({ kind: "fields", node: child, class: child, static: false, parent });
      }
      if (child.body.body.some((member) => member.type === "StaticBlock" || (member.type === "PropertyDefinition" && member.static))) {
        add({ kind: "fields", node: child, class: child, static: true, parent });
      }
      return undefined;
    }
    case "StaticBlock": {
      const of = classAround(child, parents);
      return of && add({ kind: "static block", node: child, class: of, parent });
    }
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression": {
      const of = owner.type === "MethodDefinition" && owner.kind === "constructor" ? classAround(owner, parents) : undefined;
      if (of !== undefined && child.type === "FunctionExpression") return add({ kind: "constructor", node: child, class: of, parent });
      return add({ kind: "function", node: child, owner, parent });
    }
    default:
      return undefined;
  }
}

function classAround(member: AnyNode, parents: ReadonlyMap<Node, AnyNode>): Class | undefined {
  const body = parents.get(member);
  const of = body && parents.get(body);
  return of?.type === "ClassDeclaration" || of?.type === "ClassExpression" ? (of as Class) : undefined;
}
