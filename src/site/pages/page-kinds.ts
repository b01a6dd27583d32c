import type { PageKind } from '../page.js';
import { apparatusPagesOf } from './apparatus-page.js';
import { chronologyPages } from './chronology-page.js';
import { dataPage } from './data-page.js';
import { documentListPages } from './document-list-page.js';
import { documentPage } from './document-page.js';
import { indexPage } from './index-page.js';
import { mapPages } from './map-page.js';
import { missingPage } from './missing-page.js';
import { ownPagesOf } from './own-page.js';
import { principlesPages } from './principles-page.js';
import { registerPagesOf } from './register-page.js';
import { relationsPages } from './relations-page.js';
import { searchPage } from './search-page.js';

/** Every kind of page, in the order of the navigation. */
export const pageKinds: readonly PageKind[] = [
  (context) => [indexPage(context)],
  documentListPages,
  (context) => context.documents.map((document) => documentPage(document, context)),
  registerPagesOf,
  apparatusPagesOf,
  chronologyPages,
  relationsPages,
  mapPages,
  ownPagesOf,
  principlesPages,
  (context) => [dataPage(context)],
  (context) => [searchPage(context)],
  (context) => [missingPage(context)],
];
