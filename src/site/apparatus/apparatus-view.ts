import { parseTei } from '../../tei/parse.js';
import { readHeader } from '../reading/header-view.js';
import type { Prose } from '../reading/prose.js';
import type { SiteDocument } from '../site-input.js';
import { agreementOf, type AgreementTable } from './agreement.js';
import { readingsIn } from './entry.js';
import { parallelTextOf, type ParallelBlock } from './parallel-text.js';
import { kindOfPlace, variationKinds, type VariationKind } from './variation-kind.js';
import { elementsNamed, pointersIn, witnessesOf, type Witness } from './witness.js';

/** A collation of witnesses, with everything that pages say of it. */
export interface ApparatusView {
  readonly id: string;
  /** The path of the page with the text and its variants. */
  readonly path: string;
  /** The path of the page with the witnesses side by side. */
  readonly parallelPath: string;
  readonly teiPath: string;
  readonly textPath: string;
  readonly source: SiteDocument;
  readonly title: string;
  readonly titleLanguage: string;
  readonly language: string;
  readonly witnesses: readonly Witness[];
  /** The number of the witness whose text stands in the edition. */
  readonly base: number;
  readonly blocks: readonly ParallelBlock[];
  /** How many places there are of each kind; kinds without a place are left out. */
  readonly kinds: readonly { readonly kind: VariationKind; readonly count: number }[];
  readonly agreement: AgreementTable;
  /** What its header says of the way in which the witnesses were compared. */
  readonly method: readonly Prose[];
}

/** The parts of `editorialDecl` that tell how witnesses were compared. */
const declarations = new Set(['correction', 'normalization', 'segmentation', 'interpretation', 'p']);

/**
 * Reads a collation.
 *
 * @param language the edition's, for a file that names none
 * @returns undefined where the file is no well-formed XML: its validation tells that
 */
export function apparatusView(source: SiteDocument, language: string): ApparatusView | undefined {
  const root = parseTei(source.teiXml).document?.root;
  if (root === undefined) return undefined;
  const header = readHeader(source.teiXml);
  const ownLanguage = header.language || language;
  const witnesses = witnessesOf(root);
  const base = baseOf(elementsNamed(root, 'lem'), witnesses);
  const blocks = parallelTextOf(root, witnesses);
  const counts = new Map<VariationKind, number>();
  for (const app of elementsNamed(root, 'app')) {
    const [lemma, ...others] = readingsIn(app);
    const kind = kindOfPlace(lemma, others);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return {
    id: source.id,
    path: `apparatus/${source.id}.html`,
    parallelPath: `apparatus/parallel/${source.id}.html`,
    teiPath: `tei/apparatus/${source.id}.xml`,
    textPath: `text/apparatus/${source.id}.txt`,
    source,
    title: header.title || source.id,
    titleLanguage: header.titleLanguage || ownLanguage,
    language: ownLanguage,
    witnesses,
    base,
    blocks,
    kinds: variationKinds.flatMap((kind) => {
      const count = counts.get(kind);
      return count === undefined ? [] : [{ kind, count }];
    }),
    agreement: agreementOf(blocks, witnesses.length, base),
    method: header.statements.flatMap(({ kind, paragraphs }) => (declarations.has(kind) ? paragraphs : [])),
  };
}

/** The witness that most lemmas have; the first of several. */
function baseOf(
  lemmas: readonly { readonly attributes: Readonly<Record<string, string>> }[],
  witnesses: readonly Witness[],
): number {
  const counts = new Map<string, number>();
  for (const { attributes } of lemmas) {
    for (const pointer of pointersIn(attributes['wit'])) counts.set(pointer, (counts.get(pointer) ?? 0) + 1);
  }
  const most = Math.max(0, ...witnesses.map(({ pointer }) => counts.get(pointer) ?? 0));
  return Math.max(
    0,
    witnesses.findIndex(({ pointer }) => (counts.get(pointer) ?? 0) === most),
  );
}
