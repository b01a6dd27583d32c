import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TeiVocabulary, VocabularyEntry } from '../../schema/vocabulary.js';
import { editionSchemaPath } from '../schema-choice.js';
import type { XmlName } from '../relax-ng/fault.js';
import { isTei } from './names.js';
import { likelySpelling } from './spelling.js';

interface Loaded {
  readonly vocabulary: TeiVocabulary;
  readonly glosses: ReadonlyMap<string, string>;
  /** What was found for misspelt names. */
  readonly spellings: Map<string, string | undefined>;
}

let loaded: Loaded | undefined;

/** What the TEI Guidelines have, read from the package at the first question. */
function load(): Loaded {
  if (loaded !== undefined) return loaded;
  const file = join(dirname(editionSchemaPath()), 'tei-vocabulary.json');
  const vocabulary = JSON.parse(readFileSync(file, 'utf8')) as TeiVocabulary;
  const glosses = new Map<string, string>();
  for (const [name, { gloss }] of Object.entries(vocabulary.elements)) {
    if (gloss !== undefined && !glosses.has(oneWord(gloss))) glosses.set(oneWord(gloss), name);
  }
  return (loaded = { vocabulary, glosses, spellings: new Map() });
}

/** The TEI element whose name is spelt most like this one, if one is. */
export function nearestTeiElement(local: string): string | undefined {
  const { vocabulary, spellings } = load();
  if (!spellings.has(local)) spellings.set(local, likelySpelling(local, [Object.keys(vocabulary.elements)]));
  return spellings.get(local);
}

/** What the Guidelines say of an element; undefined for one that TEI does not have. */
export function teiElement(local: string): VocabularyEntry | undefined {
  const { elements } = load().vocabulary;
  return Object.hasOwn(elements, local) ? elements[local] : undefined;
}

/** The TEI element that a name spells out: `persName` for `personalName`, `lg` for `line-group`. */
export function elementByGloss(word: string): string | undefined {
  return load().glosses.get(oneWord(word));
}

/** The address of an element's page in the Guidelines; undefined for what they do not have. */
export function guidelinesPage(element: XmlName | undefined): string | undefined {
  if (element === undefined || !isTei(element) || teiElement(element.local) === undefined) return undefined;
  return `${load().vocabulary.guidelines}ref-${element.local}.html`;
}

function oneWord(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}
