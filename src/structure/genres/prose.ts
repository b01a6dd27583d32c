import type { Block } from '../../blocks/block.js';
import type { Span } from '../../source/span.js';
import type { Division } from '../division.js';
import type { Evidence, Genre, GenreInput, GenreName } from '../genre.js';
import { isOfficeLine, isPersonLine, namesDate } from '../line-kinds.js';
import { blockLeaf, branch, plainParts } from '../parts.js';
import { enumerations } from '../enumerations.js';
import { nestSections, sectionsOf } from '../sections.js';
import { documentTop, isIntroduction } from '../title.js';

/** An editor speaks of the text that comes: "The following statement was issued on October 30". */
const announcement =
  /(?:the\s+following|this)\s+(?:statement|document|text|letter|speech|declaration|report|memorandum|excerpt|extract|article)\s+(?:was|is|were|comes|dates|gives|shows)|(?:das|der|die)\s+(?:nach)?folgende\s+(?:Dokument|Text|Erklärung|Brief|Rede)|(?:le|la)\s+(?:document|texte|lettre|déclaration)\s+(?:suivante?|qui\s+suit)|(?:нижеследующ|публикуемый\s+(?:ниже\s+)?документ)/iu;

const declarationTitle =
  /(?:^|\s)(?:declaration|statement|proclamation|manifesto|communiqu[ée]|resolution|appeal|treaty|agreement|erklärung|aufruf|proklamation|beschlu(?:ß|ss)|déclaration|résolution|appel|proclamation|деклараци[яи]|заявление|обращение|постановление|nyilatkozat|kiáltvány|határozat)(?![\p{L}])/iu;

/** Prose in general: a title, an editor's introduction, paragraphs under headings, a signature. */
export const prose: Genre = {
  name: 'prose',
  evidence: () => [{ observation: 'nothing speaks for another genre', weight: 0.5 }],
  structure: proseParts,
};

/** A declaration is prose whose title says so. */
export const declaration: Genre = {
  name: 'declaration' satisfies GenreName,
  evidence: (input): readonly Evidence[] => {
    const first = input.blocks
      .slice(0, 3)
      .find((block) => block.text.length < 200 && declarationTitle.test(block.text));
    return first === undefined ? [] : [{ observation: `the title says so: "${first.text}"`, weight: 1.5 }];
  },
  structure: proseParts,
};

/** The division of the document's own text, where an editor's introduction stands beside it. */
export const OWN_TEXT = 'text';

function proseParts(input: GenreInput): Division[] {
  const top = documentTop(input);
  const rest = input.blocks.slice(top.next);
  const introduction = introductionOf(input, rest);
  const text = rest.slice(introduction.length);
  const { paragraphs, closer } = separateCloser(input, text);
  const sections = sectionsOf(paragraphs, input.language, () => false);
  return [
    ...top.parts,
    ...(introduction.length === 0
      ? []
      : [
          branch(
            'div',
            introduction.flatMap((block) => plainParts(block)),
            { type: 'introduction' },
          ),
        ]),
    ...wrapAfterIntroduction(
      introduction.length > 0,
      nestSections(sections, { headed: 'section', opened: 'section' }, (section) => enumerations(section.blocks)),
      closer,
    ),
  ];
}

/** Behind a `div` only another `div` may stand (Guidelines, 4.1): the text after an introduction is one. */
function wrapAfterIntroduction(
  hasIntroduction: boolean,
  parts: readonly Division[],
  closer: readonly Division[],
): Division[] {
  const all = [...parts, ...closer];
  return hasIntroduction ? [branch('div', all, { type: OWN_TEXT })] : all;
}

/** The first paragraphs, as far as the editor, not the document, speaks in them. */
function introductionOf(input: GenreInput, blocks: readonly Block[]): readonly Block[] {
  const said = blocks.filter((block) => isIntroduction(input, block));
  const last = said.at(-1);
  if (last !== undefined) return blocks.slice(0, blocks.indexOf(last) + 1);
  const first = blocks[0];
  const second = blocks[1];
  return first !== undefined && second !== undefined && announcement.test(first.text) ? [first] : [];
}

/** Names and dates in lines of their own behind the last paragraph: who signed, where and when. */
function separateCloser(
  input: GenreInput,
  blocks: readonly Block[],
): { paragraphs: readonly Block[]; closer: Division[] } {
  let start = blocks.length;
  while (start > 1) {
    const block = blocks[start - 1];
    if (block?.kind !== 'paragraph' || input.parts.has(block) || !isClosing(input, block, blocks[start - 2])) break;
    start--;
  }
  const closing = blocks.slice(start);
  if (closing.length === 0 || !/[.!?…]["”»)]*$/u.test(blocks[start - 1]?.text ?? ''))
    return { paragraphs: blocks, closer: [] };
  const leaves = closing.map((block) => blockLeaf(namesDate(block.text) ? 'dateline' : 'signed', block));
  return { paragraphs: blocks.slice(0, start), closer: [branch('closer', leaves)] };
}

/** Lines of names and dates, and under a name what its bearer is: "Henrik Aal / Mayor". */
function isClosing(input: GenreInput, block: Block, before: Block | undefined): boolean {
  const text = (span: Span): string => input.source.text.slice(span.start, span.end);
  const isName = (span: Span | undefined): boolean => span !== undefined && isPersonLine(text(span), input.language);
  return block.lines.every(({ span }, i) => {
    const above = i === 0 ? before?.lines.at(-1)?.span : block.lines[i - 1]?.span;
    return isClosingLine(input, span) || (isName(above) && isOfficeLine(text(span), input.language));
  });
}

function isClosingLine(input: GenreInput, span: Span): boolean {
  const text = input.source.text.slice(span.start, span.end);
  if (text.length > 60) return false;
  return isPersonLine(text, input.language)
    ? /\s/u.test(text.trim())
    : namesDate(text) && text.split(/\s+/u).length <= 6;
}
