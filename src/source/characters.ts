import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';
import { placeOf, type SourceFile } from './source-file.js';

/** How many places of one kind are told one by one; what is more is counted. */
const PLACES_TOLD = 100;

/** Characters that a text can have and should not, each kind with its finding. */
const kinds: readonly {
  readonly pattern: RegExp;
  readonly code: 'source/replacement-character' | 'source/c1-control' | 'source/bidi-control';
  readonly message: (name: string) => string;
  readonly help: string;
}[] = [
  {
    pattern: /\uFFFD/g,
    code: 'source/replacement-character',
    message: () => 'U+FFFD stands here: the text was damaged before it came to Editio.',
    help: 'Find the lost character in a better copy of the text.',
  },
  {
    pattern: /[\u0080-\u009F]/g,
    code: 'source/c1-control',
    message: (name) => `${name} is a control character that no text uses; it was kept.`,
    help: 'The text was probably windows-1252 and read as ISO-8859-1 somewhere: convert it anew from the original file.',
  },
  {
    pattern: /[\u202A-\u202E\u2066-\u2069]/g,
    code: 'source/bidi-control',
    message: () => 'A control character for the direction of writing stands here; it was kept.',
    help: 'Such characters can make a text look other than it is. Remove it unless the document needs it.',
  },
];

/** Finds the characters of a text that an editor should know of, each at its place; the text stays as it is. */
export function doubtfulCharacters(source: SourceFile): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const { pattern, code, message, help } of kinds) {
    let count = 0;
    for (const match of source.text.matchAll(pattern)) {
      count++;
      if (count > PLACES_TOLD) continue;
      const place = placeOf(source, { start: match.index, end: match.index + match[0].length });
      found.push(diagnostic(code, message(codePointName(match[0])), { ...place, help }));
    }
    const more = count - PLACES_TOLD;
    if (more <= 0) continue;
    const words = `The same is found at ${more} more ${more === 1 ? 'place' : 'places'} of this text.`;
    found.push(diagnostic(code, words, { file: source.path, help }));
  }
  return found;
}

/** The name of a character of one UTF-16 unit: `U+0007`. */
export function codePointName(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
