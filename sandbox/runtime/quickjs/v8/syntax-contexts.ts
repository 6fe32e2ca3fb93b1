/** Where V8 does not say that a token is unexpected, but what is missing. */
import type { Refused, SyntaxFault } from "./syntax-fault.ts";
import { fault, undeclaredPrivate, unexpected } from "./syntax-tokens.ts";

/** Undefined where V8 has nothing special to say. */
export function contextual(refused: Refused): SyntaxFault | undefined {
  for (const rule of RULES) {
    const found = rule(refused);
    if (found !== undefined) return found;
  }
  return undefined;
}

type Rule = (refused: Refused) => SyntaxFault | undefined;

const atLast = ({ last }: Refused, message: string) => fault(message, last.start, last.end);

const RULES: readonly Rule[] = [
  missingInitializer,
  privateName,
  (refused) => (refused.expected === "," && refused.within === "arguments" ? argumentList(refused) : undefined),
  (refused) => (refused.expected === "}" && refused.within === "template" ? templateExpression(refused) : undefined),
  (refused) => (refused.within === "statement end" && refused.last.text === "await" ? atLast(refused, AWAIT) : undefined),
  arrow,
  (refused) =>
    /^(function|\*)$/.test(refused.last.text) && refused.token.text === "("
      ? atLast(refused, "Function statements require a function name")
      : undefined,
  (refused) => (refused.module && refused.last.text === "export" ? atLast(refused, "Unexpected token 'export'") : undefined),
  singleStatement,
  importCall,
  restDefault,
  unaryBeforePower,
  (refused) =>
    refused.at !== refused.token.start && refused.text.startsWith("await", refused.at) ? unexpected(refused, refused.token) : undefined,
  (refused) =>
    refused.at !== refused.token.start && refused.at !== refused.last.start
      ? fault("`...` must be followed by an assignable reference in assignment contexts", refused.at, refused.last.end)
      : undefined,
  htmlComment,
];

const AWAIT = "await is only valid in async functions and the top level bodies of modules";

function missingInitializer({ declared, last, text }: Refused): SyntaxFault | undefined {
  if (last.end !== declared.end || declared.end === 0) return undefined;
  if (/[[{]/.test(text.charAt(declared.start)))
    return fault("Missing initializer in destructuring declaration", declared.start, declared.end);
  return declared.kind === "const" ? fault("Missing initializer in const declaration", declared.start, declared.end) : undefined;
}

function argumentList(refused: Refused): SyntaxFault {
  // An arrow fails before the list does.
  return arrow(refused) ?? atLast(refused, "missing ) after argument list");
}

function templateExpression({ text, last, token }: Refused): SyntaxFault {
  const start = text.lastIndexOf("${", last.start) + 2;
  return fault("Missing } in template expression", start, Math.max(start + 1, token.start));
}

/** `#name` where an expression is wanted. */
function privateName({ last, token, text, within }: Refused): SyntaxFault | undefined {
  const name = token.type === "privateId" ? token : last;
  if (within === "class" || within === "object" || !/^#./.test(name.text) || /[.?]\s*$/.test(text.slice(0, name.start))) return undefined;
  if (name === token && /[\w$)\]}]\s*$/.test(text.slice(0, name.start)) && last.text !== "return") return undefined;
  return undeclaredPrivate({ text, message: `Private field '${name.text}' must be declared in an enclosing class` }, name.start);
}

function arrow(refused: Refused): SyntaxFault | undefined {
  const { token, last, text } = refused;
  if (token.text !== "=>" || refused.at !== token.start || !/[\w$)\]"'`]$/.test(last.text) || KEYWORD.test(last.text)) return undefined;
  const start = last.text === ")" ? (/[\w$.]+\s*\([^()]*\)\s*$/.exec(text.slice(0, token.start))?.index ?? last.start) : last.start;
  return fault("Malformed arrow function parameter list", start, last.text === ")" ? last.start : last.start);
}

const KEYWORD =
  /^(break|case|catch|class|const|continue|debugger|default|delete|do|else|export|extends|finally|for|function|if|import|in|instanceof|new|return|super|switch|throw|try|typeof|var|void|while|with)$/;

function singleStatement(refused: Refused): SyntaxFault | undefined {
  const { last, token, strict, within, text } = refused;
  const alone = /(?:\)|else|do|:)\s*$/.test(text.slice(0, last.start));
  if (last.text === "let" && alone && (token.type === "name" || /^[[{]$/.test(token.text))) {
    return atLast(refused, "Lexical declaration cannot appear in a single-statement context");
  }
  if (strict && last.text === "let" && token.keyword) return atLast(refused, "Unexpected strict mode reserved word");
  if (token.text !== "function" || within !== "code" || !/^(\)|else|do)$/.test(last.text)) return undefined;
  const message = strict
    ? "In strict mode code, functions can only be declared at top level or inside a block."
    : "In non-strict mode code, functions can only be declared at top level, inside a block, or as the body of an if statement.";
  return fault(message, token.start, token.end);
}

function importCall(refused: Refused): SyntaxFault | undefined {
  const { last, token, text } = refused;
  const before = text.slice(0, last.start);
  if (last.text === "(" && token.text === ")" && /\bimport\s*$/.test(before)) return atLast(refused, "import() requires a specifier");
  if (last.text === "import" && /\bnew\s+$/.test(before)) return atLast(refused, "Cannot use new with import");
  if (last.text === "import" && token.type !== "." && !refused.module && token.text !== "(")
    return atLast(refused, "Cannot use import statement outside a module");
  return undefined;
}

function restDefault({ token, within, text }: Refused): SyntaxFault | undefined {
  if (token.text !== "=" || within !== "parameters" || !/\.\.\.\s*[\p{ID_Continue}$]+\s*$/u.test(text.slice(0, token.start)))
    return undefined;
  return fault("Rest parameter may not have a default initializer", token.start, token.end);
}

function unaryBeforePower({ text, at, unary }: Refused): SyntaxFault | undefined {
  if (!text.startsWith("**", at)) return undefined;
  const message =
    "Unary operator used immediately before exponentiation expression. Parenthesis must be used to disambiguate operator precedence";
  return fault(message, unary, at + 2);
}

function htmlComment({ module, token, text }: Refused): SyntaxFault | undefined {
  if (!module || !/^(<!--|-->)/.test(text.slice(token.start))) return undefined;
  return fault("HTML comments are not allowed in modules", token.start, token.start);
}
