import type { AnnotationKind } from '../../annotate/annotation.js';
import type { DifferenceKind } from '../../source/difference.js';
import { isTranslation } from './responsibility.js';
import type { GenreName } from '../../structure/genre.js';
import { element, type TeiElement } from '../node.js';
import { catalogueHeadings, readCatalogueDates } from './catalogue.js';
import { readHeaderLine, type HeaderInput } from './header-input.js';

/**
 * `encodingDesc`: how the text was encoded (Guidelines, 2.3). Only what is true of this very file: each statement is
 * made from what the conversion did.
 */
export function encodingDesc(input: HeaderInput): TeiElement {
  const description = input.edition.description;
  return element('encodingDesc', {}, [
    ...(description === undefined ? [] : [element('projectDesc', {}, [paragraph(description)])]),
    editorialDecl(input),
    ...schemaRef(input),
    element('appInfo', {}, [
      element('application', { ident: 'editio', version: input.toolVersion }, [
        element('label', {}, ['Editio']),
        element('desc', {}, ['Converted the plain text to TEI.']),
      ]),
    ]),
  ]);
}

/** The customisation of the TEI that the file follows, where the edition has it. */
function schemaRef({ schemas }: HeaderInput): TeiElement[] {
  const url = schemas?.customization;
  return url === undefined ? [] : [element('schemaRef', { key: 'editio', url })];
}

function editorialDecl(input: HeaderInput): TeiElement {
  const has = (...kinds: readonly AnnotationKind[]): boolean =>
    input.annotated.annotations.some((annotation) => kinds.includes(annotation.kind));
  const count = (kind: DifferenceKind): number =>
    input.annotated.differences.filter((difference) => difference.kind === kind).length;
  const keptHyphens = input.annotated.differences.filter(
    ({ kind, replacement }) => kind === 'line-joined' && replacement === '',
  ).length;
  return element('editorialDecl', {}, [
    correction(has('correction')),
    element('normalization', {}, [paragraph(normalization(input, count))]),
    hyphenation(count('word-joined'), keptHyphens),
    ...(has('said')
      ? [
          element('quotation', { marks: 'all' }, [
            paragraph(
              'Quotation marks are kept as printed. Direct speech between them is said, its marks inside, where the words around it tell that somebody speaks; other quotations are not marked.',
            ),
          ]),
        ]
      : []),
    element('segmentation', {}, segmentation(input, count)),
    element('interpretation', {}, interpretation(input, has)),
    ...translationStatement(input),
    ...movedStatement(input),
    ...notesStatement(input),
    ...catalogueStatement(input),
  ]);
}

function paragraph(text: string): TeiElement {
  return element('p', {}, [text]);
}

function correction(corrected: boolean): TeiElement {
  return corrected
    ? element('correction', { method: 'markup' }, [
        paragraph(
          'Certain errors of the source are marked: sic has what the source reads, corr the correction, who made it and how certain it is. Nothing else was corrected.',
        ),
      ])
    : element('correction', {}, [paragraph('The text was not corrected.')]);
}

function normalization(input: HeaderInput, count: (kind: DifferenceKind) => number): string {
  const sentences = [
    'Spelling and punctuation are those of the source; blanks at the ends of lines and empty lines were not kept.',
  ];
  if (count('line-joined') > 0)
    sentences.push('Lines that only the width of the page divided were joined to paragraphs.');
  if (count('line-kept') > 0) sentences.push('Line ends that carry meaning are lb.');
  if (count('markup') > 0)
    sentences.push('Marks of a light markup language were replaced by the elements that they stand for.');
  if (input.source.encoding !== 'utf-8') sentences.push(`The source was decoded from ${input.source.encoding}.`);
  return sentences.join(' ');
}

function hyphenation(joined: number, kept: number): TeiElement {
  const sentences = [
    ...(joined > 0 ? ['Words divided at a line end were joined and the hyphen removed.'] : []),
    ...(kept > 0 ? ['A hyphen at a line end was kept where the word has it or where it stands for a dash.'] : []),
    `${joined + kept > 0 ? 'All other' : 'All'} hyphens are those of the source, also where they stand for dashes.`,
  ];
  return element('hyphenation', { eol: kept > 0 ? 'hard' : 'none' }, [paragraph(sentences.join(' '))]);
}

/** What a text of each genre is called in a sentence. */
const genreWords: Readonly<Record<GenreName, string>> = {
  letter: 'a letter',
  minutes: 'minutes',
  'stenographic-record': 'a stenographic record',
  declaration: 'a declaration',
  diary: 'a diary',
  prose: 'prose',
};

function segmentation(input: HeaderInput, count: (kind: DifferenceKind) => number): TeiElement[] {
  const { genre, evidence } = input.structured;
  const words = genreWords[genre];
  const statements = [
    evidence.length === 0
      ? paragraph(`The text is divided as ${words}: so the editor of the edition decided.`)
      : paragraph(
          `The text is divided as ${words}. The genre was recognised by program: ${evidence.map((each) => each.observation).join('; ')}.`,
        ),
  ];
  if (count('page-joined') > 0) {
    statements.push(
      paragraph(
        'Paragraphs that a page break of the source divides are one p; pb stands at the seam, where the source has only empty lines. Page breaks between paragraphs cannot be told from the source.',
      ),
    );
  }
  if (count('page-number') > 0)
    statements.push(paragraph('Page numbers that the source prints between paragraphs are pb, the number in @n.'));
  return statements;
}

function interpretation(input: HeaderInput, has: (...kinds: readonly AnnotationKind[]) => boolean): TeiElement[] {
  const statements = [
    'Persons, places, organisations and dates were marked by program, with the registers of the edition. @cert is given where a decision is less than certain; a name without @ref is not identified.',
  ];
  if (has('date')) statements.push('Dates have Gregorian values, as precise as the words.');
  if (input.annotated.annotations.some(({ kind, certainty }) => kind === 'date' && certainty !== 'high')) {
    statements.push(
      'What the words of a date do not say was taken from the context; @cert says how sure the value is where it is not certain.',
    );
  }
  if (input.annotated.annotations.some((annotation) => annotation.recognizer === 'decision'))
    statements.push('What an editor decided on words has @resp.');
  if (
    input.sidecar.decisions.some(
      ({ verdict }) => verdict.kind === 'join' || verdict.kind === 'split' || verdict.kind === 'part',
    )
  ) {
    statements.push(
      'Where the empty lines of the source mislead, an editor decided where paragraphs begin and what they are.',
    );
  }
  const abbreviations = input.annotated.annotations.filter(({ kind }) => kind === 'abbreviation');
  const dittos = abbreviations.filter(({ attributes }) => attributes['type'] === 'ditto').length;
  if (abbreviations.length > dittos)
    statements.push('Abbreviations that the registers of places and organisations spell out have their expansion.');
  if (dittos > 0) statements.push('Ditto marks are abbr of type ditto; expan has the words that they stand for.');
  if (has('supplied'))
    statements.push('Words that the source has in editorial brackets are supplied; the brackets are not in the text.');
  if (has('supplied') && isTranslation(input))
    statements.push('Their @resp is the translator, whom the source does not tell from its other editors.');
  if (has('gloss'))
    statements.push(
      'Words in brackets that give a word before them in another language are gloss, without the brackets.',
    );
  if (input.annotated.annotations.some(({ kind, attributes }) => kind === 'note' && attributes['place'] === 'inline')) {
    statements.push('Remarks in brackets are inline notes, as printed.');
  }
  if (has('gap')) statements.push('Dots that mark an omission are gap, the dots as printed in desc.');
  return statements.map(paragraph);
}

/** A translation whose original's language nobody says. */
function translationStatement(input: HeaderInput): TeiElement[] {
  if (!isTranslation(input) || input.originalLanguage !== undefined) return [];
  return [paragraph('The text is a translation; its source does not say from which language.')];
}

/** Notices that a page end dropped into the text, and what archives print around it. */
function movedStatement(input: HeaderInput): TeiElement[] {
  if (input.blocks.fields.length === 0) return [];
  return [
    paragraph(
      'What an archive or publisher prints about the document before, after or amid its text (citation, summary, rights) is in this header, word for word.',
    ),
  ];
}

function notesStatement(input: HeaderInput): TeiElement[] {
  if (input.structured.notes.length === 0) return [];
  const heading = input.blocks.notesHeading;
  const statement = 'Notes stand where their markers stood, with their printed numbers in @n';
  if (heading === undefined) return [paragraph(`${statement}.`)];
  const printed = readHeaderLine(input, heading.span);
  return [
    element('p', {}, [
      `${statement}; the source prints them at its end, under the heading `,
      element('q', { type: 'notes-heading' }, [printed]),
      '.',
    ]),
  ];
}

/** What the catalogue prints over its fields, word for word, where title and date of the header say it in another form. */
function catalogueStatement(input: HeaderInput): TeiElement[] {
  if (readCatalogueDates(input).length === 0) return [];
  return [
    element('p', {}, [
      'The catalogue from which the text was taken heads it ',
      ...catalogueHeadings(input).flatMap((line, i) => [...(i === 0 ? [] : [', ']), element('q', {}, [line])]),
      '.',
    ]),
  ];
}
