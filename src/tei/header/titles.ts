import { readLine } from '../../blocks/block.js';
import type { Branch, Division, Leaf } from '../../structure/division.js';
import { leavesOf } from '../../structure/parts.js';
import { element, type TeiElement } from '../node.js';
import { catalogueTitle } from './catalogue.js';
import { dateInWords } from './date-in-words.js';
import type { HeaderInput } from './header-input.js';

/** The title: the sidecar's, the catalogue's, the document's own heading, or what the document is. */
export function titles(input: HeaderInput): TeiElement[] {
  const printed = catalogueTitle(input);
  const own = input.sidecar.title ?? printed ?? headOf(input);
  if (own !== undefined) {
    const asPrinted =
      input.sidecar.title !== undefined && printed !== undefined ? [element('title', { type: 'alt' }, [printed])] : [];
    return [element('title', {}, [own]), ...asPrinted];
  }
  const genre = input.structured.genre.replace(/-/gu, ' ');
  const name = `${genre.charAt(0).toUpperCase()}${genre.slice(1)}`;
  const date = input.annotated.documentDate;
  return [element('title', {}, [date === undefined ? `${name} (${input.id})` : `${name}, ${dateInWords(date)}`])];
}

function headOf(input: HeaderInput): string | undefined {
  const isTitle = (part: Division): part is Leaf =>
    part.kind === 'leaf' && part.part === 'head' && part.attributes?.['type'] !== 'sub';
  // The heads inside a diary are those of its entries.
  const parts = input.structured.genre === 'diary' ? ownParts(input.structured.body) : leavesOf(input.structured.body);
  const head = parts.find(isTitle);
  if (head === undefined) return undefined;
  return readLine(input.source, head.span, input.annotated.differences);
}

/** The parts that stand directly in the division of the document. */
function ownParts(body: Branch): readonly Division[] {
  return body.children.flatMap((child) => (child.kind === 'branch' ? child.children : [child]));
}
