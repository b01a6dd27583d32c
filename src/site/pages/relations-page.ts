import { siteAddress } from '../address.js';
import { countsOf, frequencyColumns, shadeOf } from '../figures/frequency.js';
import { networkFigure } from '../figures/network-view.js';
import { pairsOf, type Pair } from '../figures/togetherness.js';
import { entryAddress, type Page, type SiteContext } from '../page.js';
import type { RegisterEntryView } from '../registers/register-view.js';

/** Pairs in the table; persons in the table of frequencies. */
const PAIRS_LISTED = 40;
const PERSONS_LISTED = 24;

/** Who is named with whom, and how often where; none where no two persons are named together. */
export function relationsPages(context: SiteContext): Page[] {
  const { messages } = context;
  const pairs = pairsOf(context);
  if (pairs.length === 0) return [];
  return [
    {
      path: 'relations.html',
      template: 'relations',
      navigation: 'relations',
      title: messages.text('relations.title'),
      description: messages.text('relations.lead'),
      styles: ['figures.css'],
      view: (root) => ({
        network: networkFigure(pairs, context, root),
        pairs: pairs.slice(0, PAIRS_LISTED).map((pair) => pairRow(pair, context, root)),
        morePairs:
          pairs.length > PAIRS_LISTED
            ? messages.text('relations.morePairs', { count: pairs.length - PAIRS_LISTED })
            : '',
        frequencies: frequencyTable(context, root),
      }),
    },
  ];
}

function pairRow(pair: Pair, context: SiteContext, root: string): object {
  return {
    first: personLink(pair.first, context, root),
    second: personLink(pair.second, context, root),
    passages: pair.passages,
    documents: pair.documents,
    places: pair.places.map(({ document, mention }) => ({
      title: document.title,
      language: document.titleLanguage,
      href: siteAddress(root, document.path, document.anchorOf(mention)),
    })),
  };
}

function personLink(person: RegisterEntryView, context: SiteContext, root: string): object {
  return {
    name: person.name,
    language: person.language === context.messages.language ? '' : person.language,
    href: entryAddress(context, 'person', person.id, root) ?? '',
  };
}

/** The persons named most often, with how often each document or year names them; null for a single document. */
function frequencyTable(context: SiteContext, root: string): object | null {
  const columns = frequencyColumns(context, root);
  if (columns.length < 2) return null;
  const persons = context.registers.person.entries
    .filter(({ isGroup, count }) => !isGroup && count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, PERSONS_LISTED);
  const rows = persons.map((person) => ({ person, counts: countsOf(person, columns) }));
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts));
  return {
    columns: columns.map(({ heading, title, language, href }) => ({ heading, title, language, href })),
    isNumbered: columns.some(({ href }) => href !== null),
    rows: rows.map(({ person, counts }) => ({
      ...personLink(person, context, root),
      total: person.count,
      cells: counts.map((count) => ({ count, shade: shadeOf(count, most) })),
    })),
  };
}
