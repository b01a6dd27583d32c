import { baseLanguage } from './function-words.js';

/** Languages that an archive's page may name. */
const tags =
  'ru en de fr hu pl cs sk ro bg sr hr sl uk be es it pt nl sv da no fi et lv lt el tr zh ja ko vi ar he fa la ka hy kk sq mk'.split(
    ' ',
  );

const byName = new Map<string, string>();
for (const inLanguage of ['en', 'de', 'fr', 'ru', 'hu', 'pl']) {
  const names = new Intl.DisplayNames([inLanguage], { type: 'language' });
  for (const tag of tags) {
    const name = names.of(tag)?.toLowerCase();
    if (name !== undefined && !byName.has(name)) byName.set(name, tag);
  }
}

/** The BCP 47 tag of a language that a page names in words ("Russian", "Russisch", "русский"). */
export function languageTagOf(name: string): string | undefined {
  return byName.get(name.trim().toLowerCase().replace(/[.;]$/u, ''));
}

/** A language in English words: "Russian in Latin script" for `ru-Latn`. */
export function languageName(tag: string): string {
  const name = new Intl.DisplayNames(['en'], { type: 'language' }).of(baseLanguage(tag)) ?? tag;
  if (tag === 'und') return 'Undetermined';
  return /-Latn(?:-|$)/iu.test(tag) && !['en', 'de', 'fr', 'hu', 'pl', 'es', 'it'].includes(baseLanguage(tag))
    ? `${name} in Latin letters`
    : name;
}
