import type { Page, SiteContext } from '../page.js';

/** What a server shows for an address that leads nowhere. */
export function missingPage({ messages }: SiteContext): Page {
  return {
    path: '404.html',
    template: '404',
    title: messages.text('missing.title'),
    description: messages.text('missing.lead'),
    view: () => ({}),
  };
}
