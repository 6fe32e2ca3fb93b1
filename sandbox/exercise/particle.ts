/**
 * Korean particles after a value, chosen by its last sound: `3이`, `2가`, `128MB로`. Quotation marks and brackets are as if they
 * were not there. A Latin word is read by its last letter; where that may be wrong, add a Korean noun instead.
 */

const FORMS = {
  이: ["이", "가"],
  은: ["은", "는"],
  을: ["을", "를"],
  으로: ["으로", "로"],
  이어야: ["이어야", "여야"],
  이라: ["이라", "라"],
} as const satisfies Record<string, readonly [afterConsonant: string, afterVowel: string]>;

export type Particle = keyof typeof FORMS;

/** The word with its particle: withParticle("`3`", "이") → "`3`이". */
export function withParticle(word: string, particle: Particle): string {
  const [afterConsonant, afterVowel] = FORMS[particle];
  const sound = lastSound(word);
  const isOpen = sound === "vowel" || (sound === "ㄹ" && particle === "으로");
  return `${word}${isOpen ? afterVowel : afterConsonant}`;
}

type Sound = "vowel" | "ㄹ" | "consonant";

const HANGUL = { first: 0xac00, last: 0xd7a3, finals: 28, rieul: 8 };

/** 일, 칠 and 팔 end in ㄹ; a final 0 is 영, 십, 백, 천 or 만. */
const DIGITS: Readonly<Record<string, Sound>> = { 1: "ㄹ", 2: "vowel", 4: "vowel", 5: "vowel", 7: "ㄹ", 8: "ㄹ", 9: "vowel" };

function lastSound(word: string): Sound {
  const bare = word.replace(/[\s`'"’”)\]}.,]+$/u, "");
  const last = bare.at(-1) ?? "";
  const code = last.codePointAt(0) ?? 0;
  if (code >= HANGUL.first && code <= HANGUL.last) {
    const final = (code - HANGUL.first) % HANGUL.finals;
    return final === 0 ? "vowel" : final === HANGUL.rieul ? "ㄹ" : "consonant";
  }
  if (/\d/.test(last)) return DIGITS[last] ?? "consonant";
  // Units are read in full: 밀리초, 메가바이트, 퍼센트.
  if (/\d(?:ms|s|B|KB|MB|GB|%)$/.test(bare)) return "vowel";
  if (/[lL]$/.test(last)) return "ㄹ";
  return /[mnMN]$/.test(last) ? "consonant" : "vowel";
}
