import { posix } from 'node:path';
import { decodePercent } from '../../source/percent-encoding.js';
import { siteAddress } from '../address.js';
import type { SiteContext } from '../page.js';
import type { DocumentView } from '../reading/document-view.js';
import type { Messages } from '../theme/messages.js';
import type { ApparatusView } from './apparatus-view.js';

/** One line of the table of witnesses. */
export interface WitnessRow {
  readonly siglum: string;
  readonly title: string;
  readonly language: string;
  /** The page of its document; empty where it is no document of the edition. */
  readonly href: string;
  readonly remark: string;
  readonly isBase: boolean;
  readonly words: number;
  readonly coverage: string;
}

/** The witnesses of a collation as its page lists them; addresses are seen from `root`. */
export function witnessTable(view: ApparatusView, context: SiteContext, root: string): WitnessRow[] {
  return view.witnesses.map(({ siglum, title, remark }, number) => {
    const document = relatedDocument(view, number, context);
    const extent = view.agreement.extents[number];
    return {
      siglum,
      title: document?.title ?? title,
      language: document?.titleLanguage ?? view.titleLanguage,
      href: document === undefined ? '' : siteAddress(root, document.path),
      remark,
      isBase: number === view.base,
      words: extent?.words ?? 0,
      coverage: percentage(extent?.coverage ?? 0, context.messages),
    };
  });
}

/**
 * How far the witnesses agree, two by two: of two witnesses a sentence, of more a table. A witness with itself and two
 * without a common stretch have an empty cell.
 */
export function agreementView(view: ApparatusView, messages: Messages): object {
  const [a, b] = view.witnesses;
  const share = view.agreement.shares[0]?.[1];
  const isPair = view.witnesses.length === 2;
  const sentence =
    !isPair || a === undefined || b === undefined || share === undefined
      ? ''
      : messages.text('apparatus.agreementOfTwo', {
          one: a.siglum,
          other: b.siglum,
          share: percentage(share, messages),
        });
  return { agreementSentence: sentence, agreement: isPair ? null : agreementTable(view, messages) };
}

function agreementTable(view: ApparatusView, messages: Messages): object {
  return {
    sigla: view.witnesses.map(({ siglum }) => siglum),
    rows: view.witnesses.map(({ siglum }, a) => ({
      siglum,
      cells: view.witnesses.map((_, b) => {
        const share = a === b ? undefined : view.agreement.shares[a]?.[b];
        return share === undefined ? '' : percentage(share, messages);
      }),
    })),
  };
}

/** The document of the edition that a witness is the text of: the one whose TEI file it names. */
export function relatedDocument(
  view: ApparatusView,
  number: number,
  { documents }: Pick<SiteContext, 'documents'>,
): DocumentView | undefined {
  const href = view.witnesses[number]?.href ?? '';
  if (href === '') return undefined;
  const path = posix.join(posix.dirname(view.teiPath), decodePercent(href));
  return documents.find(({ teiPath }) => teiPath === path);
}

/** The collations that a document is a witness in, as links for its page. */
export function apparatusLinks(document: DocumentView, context: SiteContext, root: string): object[] {
  return context.apparatus
    .filter((view) => view.witnesses.some((_, number) => relatedDocument(view, number, context) === document))
    .map((view) => ({
      label: context.messages.text('apparatus.fromDocument'),
      href: siteAddress(root, view.path),
    }));
}

/** A share in per cent; what is not quite everything is never called 100 %. */
function percentage(share: number, { language }: Messages): string {
  const format = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  return format.format(share < 1 ? Math.min(share, 0.999) : 1);
}
