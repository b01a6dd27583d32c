/**
 * A name's form for comparison: lower case, no marks, `ß` as `ss`, no apostrophe. "KÀDÀR", "Kádár" and "Kadar" fold alike.
 * Spaces, hyphens and points stay.
 */
export function foldName(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßøłđıœæ]/g, (letter) => letters[letter] ?? letter)
    .replace(/['’ʹʼ`´]/g, '');
}

/** Letters that canonical decomposition leaves whole. */
const letters: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i', œ: 'oe', æ: 'ae' };

/**
 * What one name becomes on its way between scripts and printing houses: Khrushchev, Chruschtschow, Hruscsov; Rokossovsky, Rokossowski;
 * Wladyslaw, Vladislav. Folded letters in, a key out: two spellings of one name mostly have the same key, two names
 * mostly have not. The key is no spelling and is never shown.
 */
export function transliterationKey(folded: string): string {
  let key = folded;
  for (const [pattern, replacement] of transliterations) key = key.replace(pattern, replacement);
  return key;
}

/** In order: the longer groups of letters before their parts. */
const transliterations: readonly (readonly [RegExp, string])[] = [
  [/schtsch|shch|stsch|szcz|chtch|scs/g, 'S'],
  [/tsch|tch|tsh|cz|cs/g, 'C'],
  [/sch|sh|sz/g, 'S'],
  [/ch(?=[eiuao])/g, 'C'],
  [/dzh|dsch|dj|zh|zs/g, 'J'],
  [/kh|ch|h/g, 'H'],
  [/ts|tz|c(?=e|i|y)/g, 'Z'],
  [/ph/g, 'f'],
  [/ou/g, 'u'],
  [/w|ff?$/g, 'v'],
  [/ck/g, 'k'],
  [/c/g, 'k'],
  [/x/g, 'ks'],
  [/ij|yj|iy|yi|ii|y|j/g, 'i'],
  [/ie|ye|io|yo/g, 'e'],
  [/(.)\1+/g, '$1'],
];

/** True where one letter added, lost or changed makes `a` into `b`, or two neighbours changing places. Linear in the length. */
export function differByOneLetter(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const left = a.slice(start, endA);
  const right = b.slice(start, endB);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
