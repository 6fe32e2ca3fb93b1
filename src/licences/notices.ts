/** The licences of packages as one text, those with the same words together. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { UNICODE } from "./unicode.ts";

/** `names` of packages in the node_modules of `root`. Throws where a package has no licence to show: the site must not be given out so. */
export function noticesOf(root: string, names: readonly string[]): string {
  const notices = names.map((name) => noticeOf(join(root, "node_modules", name), name));
  return `${HEAD}\n${[...notices, UNICODE].join(`\n${RULE}\n\n`)}`;
}

const HEAD = `이 사이트에 함께 실은 소프트웨어와 글꼴의 라이선스입니다. 람다 랩 자신의 라이선스는 MIT(코드)와 CC BY-SA 4.0(글)입니다.
Licenses of the software and fonts that are distributed with this site.
`;

const RULE = "-".repeat(80);

function noticeOf(folder: string, name: string): string {
  const { version, license, repository }: Described = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const address = typeof repository === "string" ? repository : repository?.url;
  const words = licenceTexts(folder) ?? readmeLicence(folder) ?? sameWords(folder, name, license);
  if (words === undefined) throw new Error(`licences: ${name} brings no licence text; name its holder here before the site is given out`);
  const source = address === undefined ? "" : `\n${address.replace(/^git\+/, "").replace(/\.git$/, "")}`;
  return `${name} ${version} (${license ?? "see below"})${source}\n\n${words}\n`;
}

function licenceTexts(folder: string): string | undefined {
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice|third-?party-?notices)/i.test(file))
    .map((file) => readFileSync(join(folder, file), "utf8").trim());
  return texts.length > 0 ? texts.join("\n\n") : undefined;
}

/**
 * Packages that name their licence in package.json and bring no text of it, and a package that brings the very words: the Apache
 * License names no holder, and both packages of Forrest L Norvell's are under his BSD licence.
 */
const SAME_WORDS: Readonly<Record<string, string>> = { "@fluent/syntax": "aws-xray-sdk-core", "emitter-listener": "cls-hooked" };

function sameWords(folder: string, name: string, license: string | undefined): string | undefined {
  const other = SAME_WORDS[name];
  if (other === undefined) return undefined;
  const beside = folder.slice(0, -name.length) + other;
  const { license: theirs }: Described = JSON.parse(readFileSync(join(beside, "package.json"), "utf8"));
  return theirs === license ? licenceTexts(beside) : undefined;
}

interface Described {
  readonly version: string;
  readonly license?: string;
  readonly repository?: string | { readonly url?: string };
}

/** Some packages have it only there. */
function readmeLicence(folder: string): string | undefined {
  const [file] = readdirSync(folder).filter((name) => /^readme/i.test(name));
  if (file === undefined || !existsSync(join(folder, file))) return undefined;
  return /^#+\s*licen[cs]e[\s\S]*/im.exec(readFileSync(join(folder, file), "utf8"))?.[0].trim();
}
