/**
 * What is kept of the guide that the book follows, to tell whether content/guide.yaml names all of it: for each line that is a
 * heading or code, a number for its text and one for each operation, option or API in it. Nobody can read the guide from them.
 *
 *   node tests/content/guide-outline.ts guide.txt    writes guide-outline.json anew
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** `[line, its text's number, its terms' numbers…]`, in order. What is left out are sentences and rows of tables. */
export type Outline = readonly (readonly [line: number, text: number, ...terms: number[]])[];

const FILE = fileURLToPath(new URL("guide-outline.json", import.meta.url));
/** What stands below is the page's that carried it. */
const LINES = 906;

export const guideOutline = (): Outline => JSON.parse(readFileSync(FILE, "utf8")) as Outline;

export function outlineOf(guide: string): Outline {
  return guide
    .split("\n")
    .slice(0, LINES)
    .map((text, index) => ({ line: index + 1, text: text.trim() }))
    .filter(({ text }) => text !== "" && !isTable(text) && !isSentence(text))
    .map(({ line, text }) => [line, numberOf(text), ...termsOf(text).map(numberOf)]);
}

const isTable = (text: string) => text.startsWith("|") || text.endsWith("|");
const isSentence = (text: string) => text.endsWith("다.");

/** Kinds of names that are AWS's, a language's or a tool's, and not the guide's own. */
const TERMS: readonly RegExp[] = [
  // Commands and their options.
  /\baws [a-z]+ [a-z][a-z-]+/g,
  /\b(?:sam|docker|serverless|npm) (?:build|deploy|login|tag|push|ci)\b/g,
  /(?<=^|\()(?:zip|curl|mktemp)\b/g,
  /(?<= |^)--[a-z][a-z-]+/g,
  // Packages and classes.
  /(?<=from ')[^']+/g,
  /(?<=^import )[a-z]\w*$/g,
  /(?<=^import [\w.]+\.)[A-Z]\w+/g,
  /(?<=")github\.com\/[\w/-]+/g,
  /\b[A-Z]\w+(?:Client|Command)\b/g,
  // Templates.
  /(?<=^(?:- )?)(?!My|Hello|[A-Z]+_)[A-Z][A-Za-z]+(?=:(?: |$))/g,
  /\bAWS::[A-Za-z]+(?:::[A-Za-z]+|-[\d-]+)/g,
  /!(?:GetAtt|Ref)\b/g,
  /(?<=^Type: )(?:SQS|SNS|Api)$/g,
  /(?<=^(?:- )?)(?:service|provider|runtime|region|functions|handler|events|http|path|method)(?=:(?: |$))/g,
  /"(?:Allow[A-Z][a-z]+|MaxAge)"/g,
  // Versions.
  /\b(?:nodejs|python)\d+\.(?:\d+|x)\b|\bprovided\.al2023\b|\blambda\/nodejs:\d+|\bLambdaInsightsExtension:\d+/g,
  // The runtime API.
  /\bAWS_LAMBDA_RUNTIME_API\b|\bLambda-Runtime-[A-Za-z-]+|\binvocation\/next\b|(?<=\/)response(?=")/g,
  // Members of what Lambda hands over, and of what it is handed back.
  /\bcontext\.\w+|\bprocess\.env\b|\bconsole\.\w+|\bPromise\.all\b/g,
  /\b(?:statusCode|headers|body|isBase64Encoded)(?=:|[,)]| })|'(?:statusCode|headers|body)'/g,
  /\b(?:Records|eventName|NewImage|OldImage|httpMethod|pathParameters|requestContext|messageId|batchItemFailures|itemIdentifier)\b/g,
  /'(?:INSERT|MODIFY|REMOVE)'|\b(?:decodeURIComponent|record\.s3\.(?:bucket\.name|object\.key)|record\['body'\])/g,
  /\b(?:TooManyRequestsException|ConditionalCheckFailedException|ConditionExpression|attribute_not_exists|CiphertextBlob|Plaintext)\b/g,
  /\b(?:SecretString|SecretId|TableName|randomUUID|keepAlive|streamToBuffer|captureAWS|addNewSubsegment|addError|getSegment)\b/g,
  /\b(?:RequestHandler|APIGatewayProxy\w+|(?<!context\.)getLogger|lambda\.Start|lambda_handler|logging|get_item)\b/g,
  // AWS's services and their parts, where a diagram names them.
  /\b(?:API Gateway|Application Load Balancer|Function URL|EventBridge|Kinesis|DynamoDB Streams|CodeCommit|CodePipeline|MSK|Kafka)\b/g,
  /\b(?:CloudFormation|CloudWatch Events|Cognito|Alexa|IoT|Step Functions|WebSocket|ElastiCache|RDS|EC2|EFS|SNS|SQS(?! ?[A-Z:])|S3(?=$| [가-힣(]))/g,
  /\b(?:NAT Gateway|Public Subnet|Private Subnet|Route Table|Gateway Endpoint|Interface Endpoint|lambda-url|Secrets Manager|Systems Manager|0\.0\.0\.0\/0)\b/g,
  /(?<=── )(?:S3|DynamoDB(?! Streams)|SQS)\b|^(?:Cold Start|Warm Start|Reserved Concurrency|Provisioned Concurrency)\b/g,
  // Folders of an archive.
  /(?<=^|── )[\w.-]+(?=\/$)/g,
  // Figures.
  /\$\d+\.\d+|\b[\d,]+MB|\b\d+ vCPU|(?<=: )1,000|\b500 ~ 3,000/g,
];

/** The names in a line of code, each once. A remark's words are the guide's own. */
export function termsOf(line: string): readonly string[] {
  if (/^(?:\/\/|#) /.test(line)) return [];
  const found = TERMS.flatMap((pattern) => line.match(pattern) ?? []).map((term) => term.replaceAll(/^['"]|['"]$/g, ""));
  return [...new Set(found)];
}

/** FNV-1a, 32 bits. */
export function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const outline = outlineOf(readFileSync(process.argv[2] ?? "", "utf8"));
  writeFileSync(FILE, `[\n${outline.map((line) => `  ${JSON.stringify(line).replaceAll(",", ", ")}`).join(",\n")}\n]\n`);
}
