import { siteAddress } from '../address.js';
import type { ApparatusView } from '../apparatus/apparatus-view.js';
import { parallelRows } from '../apparatus/parallel-rows.js';
import type { Page, SiteContext } from '../page.js';
import { agreementView, relatedDocument, witnessTable } from '../apparatus/witness-table.js';

/** The path of the list of collations, where there are several. */
const LIST_PATH = 'apparatus.html';

/** So many witnesses stand side by side at first; a reader may ask for more. */
const SHOWN_AT_FIRST = 3;

/** The pages of the collations: of each one with the text and its variants, one with the witnesses side by side. */
export function apparatusPagesOf(context: SiteContext): Page[] {
  const { apparatus } = context;
  const pages = apparatus.flatMap((view): Page[] => [
    variantsPage(view, context, apparatus.length === 1),
    parallelPage(view, context),
  ]);
  return apparatus.length > 1 ? [listPage(context), ...pages] : pages;
}

function variantsPage(view: ApparatusView, context: SiteContext, isInNavigation: boolean): Page {
  const { messages } = context;
  return {
    path: view.path,
    template: 'apparatus',
    title: messages.text('apparatus.title', { title: view.title }),
    description: messages.text('apparatus.description', {
      title: view.title,
      witnesses: sigla(view, context),
    }),
    ...(isInNavigation ? { navigation: 'apparatus' } : {}),
    styles: ['text.css', 'textcrit.css', 'apparatus.css'],
    scripts: ['apparatus.js'],
    view: (root) => ({
      ...commonView(view, context),
      language: view.language,
      article: view.source.htmlFragment,
      witnesses: witnessTable(view, context, root),
      ...agreementView(view, messages),
      parallel: siteAddress(root, view.parallelPath),
      method: view.method,
      tei: siteAddress(root, view.teiPath),
      text: siteAddress(root, view.textPath),
    }),
  };
}

function parallelPage(view: ApparatusView, context: SiteContext): Page {
  const { messages } = context;
  return {
    path: view.parallelPath,
    template: 'apparatus-parallel',
    title: messages.text('apparatus.parallelTitle', { title: view.title }),
    description: messages.text('apparatus.parallelDescription', { title: view.title, witnesses: sigla(view, context) }),
    styles: ['apparatus.css'],
    scripts: ['apparatus.js'],
    view: (root) => ({
      ...commonView(view, context),
      language: view.language,
      isWide: view.witnesses.length > 2,
      columns: view.witnesses.map(({ siglum, title }, number) => ({
        siglum,
        title,
        name: `witness-${number}`,
        isShown: number < SHOWN_AT_FIRST,
        href: witnessHref(view, number, context, root),
      })),
      rows: parallelRows(view, messages, (id) => siteAddress(root, view.path, id)),
      variants: siteAddress(root, view.path),
    }),
  };
}

/** What both pages show: the kinds of variants, with a switch for each. */
function commonView(view: ApparatusView, { messages }: SiteContext): object {
  return {
    workTitle: view.title,
    workLanguage: view.titleLanguage,
    baseSiglum: view.witnesses[view.base]?.siglum ?? '',
    total: placesIn(view),
    kinds: view.kinds.map(({ kind, count }) => ({ kind, count, label: messages.text(`apparatus.kind.${kind}`) })),
  };
}

function listPage(context: SiteContext): Page {
  const { messages, apparatus } = context;
  return {
    path: LIST_PATH,
    template: 'apparatus-list',
    title: messages.text('apparatus.listTitle'),
    description: messages.text('apparatus.listDescription'),
    navigation: 'apparatus',
    view: (root) => ({
      collations: apparatus.map((view) => ({
        title: view.title,
        language: view.titleLanguage,
        href: siteAddress(root, view.path),
        parallel: siteAddress(root, view.parallelPath),
        witnesses: sigla(view, context),
        count: placesIn(view),
      })),
    }),
  };
}

/** Places where a witness differs; where it begins and ends is no difference. */
function placesIn({ kinds }: ApparatusView): number {
  return kinds.reduce((sum, { kind, count }) => (kind === 'extent' ? sum : sum + count), 0);
}

function sigla({ witnesses }: ApparatusView, { messages }: SiteContext): string {
  return new Intl.ListFormat(messages.language).format(witnesses.map(({ siglum }) => siglum));
}

function witnessHref(view: ApparatusView, number: number, context: SiteContext, root: string): string {
  const document = relatedDocument(view, number, context);
  return document === undefined ? '' : siteAddress(root, document.path);
}
