import { siteAddress } from '../address.js';
import type { Page, SiteContext } from '../page.js';
import { facetsOf, listPaths, wholeList, type DocumentListing } from './document-facets.js';
import { listPage } from './document-list.js';

/** The pages of a long list of documents, after the first; none where the start page has room for all. */
export function documentListPages(context: SiteContext): Page[] {
  const { messages } = context;
  const title = messages.text('list.title');
  const pagesOf = (list: DocumentListing, name: string): Page[] =>
    listPaths(list).map((path, index) => ({
      path,
      template: 'list',
      title: index === 0 ? name : messages.text('register.page', { title: name, page: index + 1 }),
      description: messages.text('list.description', {
        name,
        count: messages.text('register.documentCount', { count: list.documents.length }),
      }),
      styles: ['list.css'],
      view: (root) => ({
        start: siteAddress(root, 'index.html'),
        list: listPage(list, index, context, root),
      }),
    }));
  const parts = facetsOf(context).flatMap(({ lists }) =>
    lists.flatMap((list) =>
      pagesOf(list, messages.text('register.letterTitle', { register: title, letter: list.label })),
    ),
  );
  return [...pagesOf(wholeList(context), title).slice(1), ...parts];
}
