import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../../version.js';
import type { Prose, Run } from '../reading/prose.js';
import { decodeReferences } from '../reading/xml-view.js';
import type { Messages } from '../theme/messages.js';
import type { CslItem } from './csl-item.js';
import { localeOf } from './locale.js';

/** Citations of one item in the styles that readers choose from. */
export interface StyledCitations {
  /** A note after the Chicago Manual of Style. */
  readonly note: Prose;
  /** An entry in a bibliography after the Chicago Manual of Style. */
  readonly bibliography: Prose;
  /** A work cited after the MLA Handbook. */
  readonly mla: Prose;
}

/** Prints items in words; dates are given to it as the reader reads them. */
export type StyleCitations = (item: CslItem, dates: StyledDates) => StyledCitations;

/** The date of a document in words, in full and with abbreviated months as MLA has it; empty where none is known. */
export interface StyledDates {
  readonly full: string;
  readonly abbreviated: string;
}

/** Loads the citation processor and the styles. The processor is large: nothing else may import it. */
export async function loadStyles(messages: Messages): Promise<StyleCitations> {
  const { default: CSL } = await import('citeproc');
  const locale = localeOf(messages);
  let current: object = { id: ITEM, type: 'document' };
  const engineOf = (name: string): InstanceType<typeof CSL.Engine> => {
    const style = readFileSync(join(packageFolder, 'templates', 'citation', `${name}.csl`), 'utf8');
    const system = { retrieveLocale: () => locale, retrieveItem: () => current };
    const engine = new CSL.Engine(system, style, messages.language, true);
    engine.setOutputFormat('html');
    return engine;
  };
  const chicago = engineOf('chicago');
  const mla = engineOf('mla');
  // Every item goes under one id: what the processor does to tell many items apart costs more than the citations
  // themselves. The citation comes first, since it fetches the item anew.
  const print = (engine: typeof chicago, item: object): { readonly citation: string; readonly entry: string } => {
    current = item;
    engine.updateItems([ITEM]);
    const citation = engine.makeCitationCluster([{ id: ITEM }]);
    return { citation, entry: engine.makeBibliography()[1][0] ?? '' };
  };
  return (item, { full, abbreviated }) => {
    const { citation, entry } = print(chicago, shielded(item, full));
    const work = print(mla, shielded(withoutSecondNaming(item), abbreviated));
    const address = item.URL ?? '';
    return { note: runsOf(citation, address), bibliography: runsOf(entry, address), mla: runsOf(work.entry, address) };
  };
}

/** The id under which the processor knows the one item in hand. */
const ITEM = 'item';

/** A publisher who is also the editor is named once (MLA Handbook, 5.57). */
function withoutSecondNaming(item: CslItem): CslItem {
  const isEditor = item.editor?.some((name) => 'literal' in name && name.literal === item.publisher) ?? false;
  const { publisher, ...rest } = item;
  return publisher !== undefined && isEditor ? rest : item;
}

/** Code points that are no characters and never will be: no text has them (Unicode, 23.7). */
const SHIELDS: readonly (readonly [string, string])[] = [
  ['<', '\uFDD0'],
  ['>', '\uFDD1'],
];

/**
 * The item as the processor gets it. It takes tags in a title for markup: here every character is one of the text,
 * so that angle brackets pass under other signs. The address is a sign as well, to be found again.
 */
function shielded(item: CslItem, date: string): object {
  const shield = (text: string): string =>
    SHIELDS.reduce((shieldedText, [character, stand]) => shieldedText.replaceAll(character, stand), text);
  const values = JSON.parse(JSON.stringify(item), (_, value: unknown) =>
    typeof value === 'string' ? shield(value) : value,
  ) as object;
  const url = item.URL === undefined ? {} : { URL: ADDRESS };
  const isEdition = item.type === 'book';
  const issued = date === '' || isEdition ? {} : { issued: { literal: shield(date) } };
  const available = isEdition ? item.issued : item['available-date'];
  return {
    ...values,
    id: ITEM,
    issued: undefined,
    ...issued,
    ...(available === undefined ? {} : { 'available-date': available }),
    ...url,
  };
}

/** Stands for the address of the item, which is a link of its own in the result. */
const ADDRESS = '\uFDD2';

/** Reads the processor's HTML: text, references, `i`; other tags give their text. */
function runsOf(html: string, address: string): Prose {
  const runs: Run[] = [];
  let emphasis = false;
  for (const token of html.trim().split(/(<[^>]*>|\uFDD2)/)) {
    if (token === '<i>') emphasis = true;
    else if (token === '</i>') emphasis = false;
    else if (token === ADDRESS) runs.push({ text: address, href: address, emphasis: false });
    else if (token !== '' && !token.startsWith('<')) runs.push({ text: unshielded(token), href: null, emphasis });
  }
  const [first, last] = [runs[0], runs.at(-1)];
  if (first !== undefined) runs[0] = { ...first, text: first.text.trimStart() };
  if (last !== undefined) runs[runs.length - 1] = { ...last, text: last.text.trimEnd() };
  return runs;
}

function unshielded(html: string): string {
  return SHIELDS.reduce((text, [character, stand]) => text.replaceAll(stand, character), decodeReferences(html));
}
