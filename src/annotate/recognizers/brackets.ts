import { baseLanguage } from '../../language/function-words.js';
import { isTransliteration } from '../../language/transliteration.js';
import type { Span } from '../../source/span.js';
import type { PartPassage } from '../../structure/division.js';
import type { Annotation } from '../annotation.js';
import type { AnnotationInput, Recognizer } from '../recognizer.js';

/** How a remark says that it is the translator's, and the editor's. */
const translators = String.raw`anm(?:erkung)?\.?\s+d(?:e[rs]|\.)?\s+übers(?:etzers|etzerin|\.)?|n\.?\s?d(?:u|\.)?\s?t\.?|note\s+d(?:u\s+traducteur|e\s+la\s+traductrice)|прим(?:ечание|\.)\s+пер(?:еводчика|ев|\.)`;
const editors = String.raw`anm(?:erkung)?\.?\s+d(?:e[rs]|\.)?\s+(?:herausgebers|herausgeberin|redaktion|hrsg\.?|hg\.?|bearb\.?|red\.?)|n\.?\s?d\.?\s?l\.?\s?r\.?|note\s+de\s+l['’]éditeur|прим(?:ечание|\.)\s+ред(?:актора|\.)`;
/** A remark that says whose it is: "[Translator's note: …]", "[Ed.: …]", "[Anm. d. Übers.: …]". */
const remark = new RegExp(
  String.raw`^(?:(translat(?:or|ors)(?:['’]s|['’])?|trans\.?|tr\.?|${translators})|(editor(?:['’]s|s['’])?|eds?\.?|${editors}))(?:\s*(?:foot)?note)?\s?[:.–—-]\s?(?=\S)`,
  'iu',
);
/** Whose the words before it are, and nothing else: "[Anm. d. Übers.]", "[N. d. T.]". */
const ownersMark = new RegExp(`^(?:(${translators})|(${editors}))$`, 'iu');
/** A remark with its owner at the end: "[HWP – trans.]", "[… – Ed.]", "[…, Anm. d. Red.]". */
const signedRemark = new RegExp(
  String.raw`[\s,–—-]\s?(?:(trans(?:l|lator)?\.?|tr\.|übers\.|пер\.|${translators})|(eds?\.|editor|hrsg\.|hg\.|ред\.|${editors}))$`,
  'iu',
);
const sicMark = /^sic[!?.]?$/iu;
const omission = /^(?:\.\s?){2,6}$|^…+$/u;
/** What brackets hold that is neither supplied nor a gloss: references, omissions in words, figures, times of day in full. */
const otherContent =
  /^(?:see|cf\.?|vgl\.?|siehe|voir|см\.|omitted|auslassung|illegible|unleserlich|illisible|нрзб|page|p\.|fol|continued|signed|gez\.?|signé|подпись|stamp|seal|handwritten|unsigned|initialed)(?![\p{L}])|\d{3,}|^\d+$|[:;=]|https?:/iu;

/** The most words that brackets supply, and that a signed bracket supplies. */
const MOST_SUPPLIED = 6;
const MOST_SUPPLIED_SIGNED = 3;

/**
 * What editors and translators put in brackets: an original word (`gloss`), a word supplied, `[sic]` about the word
 * before it, an omission, a remark that says whose it is. Brackets with anything else stay text.
 */
export const brackets: Recognizer = {
  name: 'brackets',
  recognize: (input) => input.passages.flatMap((passage) => inPassage(passage, input)),
};

function inPassage(passage: PartPassage, input: AnnotationInput): Annotation[] {
  if (!/[[(]/u.test(passage.text)) return [];
  const annotations: Annotation[] = [];
  for (const match of passage.text.matchAll(/\[([^[\]]{1,600})\]|\((sic[!?]?)\)/giu)) {
    const inner = match[1] ?? match[2] ?? '';
    const start = match.index;
    const end = start + match[0].length;
    annotations.push(...annotate(passage, input, { inner, start, end }));
  }
  return annotations;
}

interface Bracket {
  readonly inner: string;
  /** Offsets of the brackets in the passage, end exclusive. */
  readonly start: number;
  readonly end: number;
}

function annotate(passage: PartPassage, input: AnnotationInput, bracket: Bracket): Annotation[] {
  const { inner, start, end } = bracket;
  const make = (
    kind: Annotation['kind'],
    attributes: Readonly<Record<string, string>>,
    certainty: Annotation['certainty'] = 'high',
  ): Annotation => ({
    span: passage.spanOf(start, end),
    kind,
    attributes,
    recognizer: 'brackets',
    certainty,
  });

  if (sicMark.test(inner)) {
    const mark = make('note', { place: 'inline', type: 'editorial' });
    const word = wordBefore(passage, start, /([\p{L}\p{N}][\p{L}\p{N}'’-]*)[.,;:]?\s*$/u);
    return word === undefined ? [mark] : [{ ...mark, kind: 'sic', attributes: {}, span: word.span }, mark];
  }
  const owner = ownersMark.exec(inner) ?? remark.exec(inner);
  if (owner !== null) return [make('note', inlineNote(owner))];
  const signature = signedRemark.exec(inner);
  if (signature !== null) {
    const words = inner.slice(0, signature.index).trim().split(/\s+/u).length;
    // A word or two, signed, is supplied by who signs; a sentence is a note.
    if (words > MOST_SUPPLIED_SIGNED) return [make('note', inlineNote(signature))];
    const from = start + 1 + signature.index;
    const sign = { ...make('note', inlineNote(signature)), span: passage.spanOf(from, end - 1) };
    return [make('supplied', {}), sign];
  }
  if (omission.test(inner)) return [make('gap', { reason: 'editorial' })];
  return otherContent.test(inner) ? [] : suppliedOrGloss(passage, input, bracket, make);
}

/** The attributes of a remark in brackets, by whose it is. */
function inlineNote(owner: RegExpExecArray): Readonly<Record<string, string>> {
  return { place: 'inline', type: owner[1] === undefined ? 'editorial' : 'translation' };
}

function suppliedOrGloss(
  passage: PartPassage,
  input: AnnotationInput,
  { inner, start, end }: Bracket,
  make: (
    kind: Annotation['kind'],
    attributes: Readonly<Record<string, string>>,
    certainty?: Annotation['certainty'],
  ) => Annotation,
): Annotation[] {
  const original = originalTag(input);
  if (original !== undefined && isTransliteration(inner, input.language, input.originalLanguage ?? '')) {
    return [make('gloss', { 'xml:lang': original })];
  }
  // The other way round: the original word in the line, its meaning in brackets ("oblast' [regional] committees").
  const before = wordBefore(passage, start, /(\p{L}[\p{L}'’]*)\s?$/u);
  const isMeaning = /^\p{Ll}/u.test(inner);
  if (
    original !== undefined &&
    isMeaning &&
    before !== undefined &&
    isTransliteration(before.word, input.language, input.originalLanguage ?? '')
  ) {
    return [{ ...make('foreign', { 'xml:lang': original }), span: before.span }, make('gloss', {})];
  }
  const words = inner.trim().split(/\s+/u);
  const completesWord =
    /\p{L}$/u.test(passage.text.slice(Math.max(0, start - 2), start)) || /^\p{L}/u.test(passage.text.slice(end));
  if (completesWord && words.length === 1 && /^\p{L}+$/u.test(inner)) return [make('supplied', {}, 'medium')];
  if (words.length > MOST_SUPPLIED || /[.!?]$/u.test(inner.replace(/(?:^|\s)\p{L}{1,3}\.(?:\p{L}\.)*$/u, '')))
    return [];
  // In a translation brackets are the translator's. In another text they may be the author's own: only a word that the
  // sentence needs is likely an editor's.
  if (input.originalLanguage === undefined && !/^\p{Ll}+$/u.test(inner)) return [];
  return [make('supplied', {}, input.originalLanguage === undefined ? 'low' : 'high')];
}

/** No word is longer. */
const LONGEST_WORD = 100;

/** The word that the first group of a pattern finds directly before an offset. */
function wordBefore(passage: PartPassage, end: number, pattern: RegExp): { word: string; span: Span } | undefined {
  const from = Math.max(0, end - LONGEST_WORD);
  const match = pattern.exec(passage.text.slice(from, end));
  if (match?.[1] === undefined) return undefined;
  const start = from + match.index;
  return { word: match[1], span: passage.spanOf(start, start + match[1].length) };
}

/** The tag of original words in Latin letters: `ru-Latn`. */
function originalTag(input: AnnotationInput): string | undefined {
  if (input.originalLanguage === undefined) return undefined;
  const base = baseLanguage(input.originalLanguage);
  return ['ru', 'uk', 'bg', 'sr', 'el', 'zh', 'ja', 'ar', 'he', 'hi'].includes(base) ? `${base}-Latn` : base;
}
