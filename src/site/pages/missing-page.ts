import { SEARCH_PATH, type Page, type SiteContext } from '../page.js';
import { siteAddress } from '../address.js';

/** What a server shows for an address that leads nowhere, at whatever depth: its links begin at the site's own path. */
export function missingPage({ messages, search }: SiteContext): Page {
  return {
    path: '404.html',
    template: '404',
    title: messages.text('missing.title'),
    description: messages.text('missing.lead'),
    styles: ['pages.css'],
    view: (root) => ({
      search: search === undefined ? '' : siteAddress(root, SEARCH_PATH),
    }),
  };
}
