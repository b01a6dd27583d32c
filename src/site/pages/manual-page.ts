import { readManual, type Manual } from '../manual/manual-view.js';
import type { Page, SiteContext } from '../page.js';
import { siteAddress } from '../address.js';

/** The path of the manual's page. */
export const MANUAL_PATH = 'encoding.html';

/** The encoding manual of an edition, with the path of its file. */
export interface EditionManual extends Manual {
  readonly file: string;
}

/** The edition's encoding manual: the first ODD with prose among the files that it publishes. */
export function manualOf({ companions }: SiteContext): EditionManual | undefined {
  for (const { path, content } of companions.filter((companion) => companion.path.endsWith('.odd'))) {
    const manual = readManual(typeof content === 'string' ? content : new TextDecoder().decode(content));
    if (manual !== undefined) return { ...manual, file: path };
  }
  return undefined;
}

/** The encoding manual as a page. */
export function manualPage(manual: EditionManual, { messages, edition }: SiteContext): Page {
  return {
    path: MANUAL_PATH,
    template: 'manual',
    title: manual.title || messages.text('manual.title'),
    titleLanguage: manual.language || edition.language,
    description: messages.text('manual.lead'),
    styles: ['pages.css'],
    view: (root) => ({
      language: manual.language || edition.language,
      sections: manual.sections,
      principles: siteAddress(root, 'principles.html'),
      file: { path: manual.file, href: siteAddress(root, manual.file) },
    }),
  };
}
