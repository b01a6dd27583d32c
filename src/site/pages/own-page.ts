import type { Page, SiteContext } from '../page.js';
import { direction } from '../theme/labels.js';

/** The pages that the edition has written itself. */
export function ownPagesOf({ own }: SiteContext): Page[] {
  return own.pages.map(({ name, path, title, description, language, isListed, html }) => ({
    path,
    template: 'own',
    navigation: name,
    own: { isListed },
    title,
    titleLanguage: language,
    description,
    styles: ['pages.css'],
    view: () => ({ text: html, language, direction: direction(language) }),
  }));
}
