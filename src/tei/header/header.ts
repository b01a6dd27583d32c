import { element, type TeiElement } from '../node.js';
import { encodingDesc } from './encoding-desc.js';
import { fileDesc } from './file-desc.js';
import type { HeaderInput } from './header-input.js';
import { profileDesc } from './profile-desc.js';

/** Makes the `teiHeader` of a document (Guidelines, chapter 2). */
export function teiHeader(input: HeaderInput): TeiElement {
  return element('teiHeader', {}, [fileDesc(input), encodingDesc(input), profileDesc(input), revisionDesc(input)]);
}

/** The conversion, dated where the input says a date, and how far the editors say that the work has come (2.6). */
function revisionDesc(input: HeaderInput): TeiElement {
  const status = input.sidecar.status ?? input.edition.status ?? 'draft';
  return element('revisionDesc', {}, [
    element('change', { when: input.date, who: `#${input.id}-converter`, status }, ['Converted from plain text.']),
  ]);
}
