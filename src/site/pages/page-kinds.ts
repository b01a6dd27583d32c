import type { PageKind } from '../page.js';
import { dataPage } from './data-page.js';
import { documentPage } from './document-page.js';
import { indexPage } from './index-page.js';
import { missingPage } from './missing-page.js';
import { principlesPage } from './principles-page.js';
import { registerPagesOf } from './register-page.js';

/** Every kind of page, in the order of the navigation. */
export const pageKinds: readonly PageKind[] = [
  (context) => [indexPage(context)],
  (context) => context.documents.map((document) => documentPage(document, context)),
  registerPagesOf,
  (context) => [principlesPage(context)],
  (context) => [dataPage(context)],
  (context) => [missingPage(context)],
];
