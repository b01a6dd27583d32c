import { siteAddress } from '../address.js';
import type { Prose } from '../reading/prose.js';
import type { Messages } from '../theme/messages.js';
import { bibtexOf } from './bibtex.js';
import { citationFormats, citationPath } from './citation-files.js';
import type { Citation } from './citations.js';

/** A stretch of a printed citation. */
interface CitationRun {
  readonly text: string;
  readonly href: string | null;
  readonly emphasis: boolean;
  /** Empty where it is the interface's language. */
  readonly language: string;
}

/** One form of a citation, as a page shows it. */
interface CitationForm {
  readonly name: string;
  readonly label: string;
  readonly isOpen: boolean;
  readonly runs: readonly CitationRun[];
}

/** What the partial `cite` shows. */
export interface CiteView {
  readonly forms: readonly CitationForm[];
  readonly bibtex: string;
  readonly files: readonly { readonly label: string; readonly href: string; readonly type: string }[];
  /** True for a text with passages that have addresses of their own. */
  readonly hasPassages: boolean;
}

/**
 * How to cite something, for the partial `cite`.
 *
 * @param document its id and the language of its title; none for the edition as a whole.
 * @param root what leads from the page to the site's root.
 */
export function citeView(
  citation: Citation,
  document: { readonly id: string; readonly titleLanguage: string } | undefined,
  messages: Messages,
  root: string,
): CiteView {
  const { item, date, styled } = citation;
  const language = document?.titleLanguage ?? item.language ?? '';
  const foreign = language === messages.language ? '' : language;
  const form = (name: 'note' | 'bibliography' | 'mla'): CitationForm => ({
    name,
    label: messages.text(`cite.${name}`),
    isOpen: name === 'note',
    runs: withLanguage(styled[name], item.title, foreign),
  });
  return {
    forms: [form('note'), form('bibliography'), form('mla')],
    bibtex: bibtexOf(item, date),
    files: citationFormats.map(({ name, ending, mediaType }) => ({
      label: messages.text(`cite.${name}`),
      href: siteAddress(root, citationPath(document?.id, ending)),
      type: mediaType,
    })),
    hasPassages: document !== undefined,
  };
}

/** Tells the title's language where it is not the page's. A title that the style has altered is left as it is. */
function withLanguage(prose: Prose, title: string, language: string): CitationRun[] {
  return prose.flatMap((run) => {
    const plain = { ...run, language: '' };
    const start = language === '' || run.href !== null ? -1 : run.text.indexOf(title);
    if (start === -1) return [plain];
    const end = start + title.length;
    const parts = [
      { ...plain, text: run.text.slice(0, start) },
      { ...plain, text: title, language },
      { ...plain, text: run.text.slice(end) },
    ];
    return parts.filter(({ text }) => text !== '');
  });
}
