/**
 * Whether a text fits a pattern in which `*` stands for any characters. In time proportional to both lengths: when a later part
 * does not fit, only the last `*` takes one character more.
 */
export function fitsWildcards(pattern: string, text: string): boolean {
  let place = 0;
  let at = 0;
  let star = -1;
  let taken = 0;
  while (at < text.length) {
    if (pattern[place] === "*") {
      star = place;
      taken = at;
      place += 1;
    } else if (pattern[place] === text[at]) {
      place += 1;
      at += 1;
    } else if (star >= 0) {
      taken += 1;
      at = taken;
      place = star + 1;
    } else return false;
  }
  while (pattern[place] === "*") place += 1;
  return place === pattern.length;
}
