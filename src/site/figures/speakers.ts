import { entryAddress, type SiteContext } from '../page.js';
import type { DocumentView } from '../reading/document-view.js';
import type { Speech } from '../reading/speech.js';
import { rounded } from './lettering.js';
import { peopleOf } from './people.js';

/** How much somebody says in a document. */
export interface SpeakerRow {
  readonly name: string;
  /** The language of the name; empty where it is the document's. */
  readonly language: string;
  readonly href: string | null;
  readonly words: number;
  readonly speeches: number;
  /** The share of all words spoken, in words: "12%". */
  readonly share: string;
  /** Length of the bar in hundredths of the longest. */
  readonly length: number;
}

/** What the partial `figures/speakers` draws: a bar for each speaker. */
export interface SpeakersFigure {
  readonly language: string;
  readonly rows: readonly SpeakerRow[];
  /** Rows that are folded away. */
  readonly others: readonly SpeakerRow[];
  readonly words: number;
}

/** Speakers shown at first. */
const SHOWN = 10;

interface Spoken {
  readonly ids: readonly string[];
  readonly label: string;
  words: number;
  speeches: number;
}

/** Who speaks how much, the longest first; null where nobody or only one speaks. */
export function speakersFigure(document: DocumentView, context: SiteContext, root: string): SpeakersFigure | null {
  const spoken = wordsBySpeaker(document.text.speeches);
  if (spoken.length < 2) return null;
  const total = spoken.reduce((sum, { words }) => sum + words, 0);
  const most = Math.max(1, spoken[0]?.words ?? 1);
  const percent = new Intl.NumberFormat(context.messages.language, { style: 'percent', maximumFractionDigits: 0 });
  const shareOf = (words: number, whole: number): string =>
    words > 0 && words < whole / 100
      ? context.messages.text('figures.lessThan', { value: percent.format(0.01) })
      : percent.format(whole === 0 ? 0 : words / whole);
  const rows = spoken.map(({ ids, label, words, speeches }) => ({
    ...nameOf(ids, label, context, root),
    words,
    speeches,
    share: shareOf(words, total),
    length: rounded((100 * words) / most),
  }));
  return { language: document.language, rows: rows.slice(0, SHOWN), others: rows.slice(SHOWN), words: total };
}

/** Adds up speeches by who speaks them: by `@who`, or by the label where the file has no more. */
export function wordsBySpeaker(speeches: readonly Speech[]): Spoken[] {
  const spoken = new Map<string, Spoken>();
  for (const { speakers, label, words } of speeches) {
    const key = speakers.length > 0 ? `# ${speakers.join(' ')}` : plainLabel(label);
    if (key === '') continue;
    const found = spoken.get(key);
    if (found === undefined) spoken.set(key, { ids: speakers, label: plainLabel(label), words, speeches: 1 });
    else {
      found.words += words;
      found.speeches++;
    }
  }
  return [...spoken.values()].sort((a, b) => b.words - a.words);
}

/** A label without the colon or the point that the print ends it with. */
function plainLabel(label: string): string {
  return label.replace(/[\s.:–—-]+$/u, '');
}

function nameOf(
  ids: readonly string[],
  label: string,
  context: SiteContext,
  root: string,
): Pick<SpeakerRow, 'name' | 'language' | 'href'> {
  const people = peopleOf(context);
  const known = ids.flatMap((id) => people.get(id) ?? []);
  const [first] = known;
  if (first === undefined || known.length < ids.length) {
    return { name: label || ids.join(', '), language: '', href: null };
  }
  return {
    name: new Intl.ListFormat(context.messages.language).format(known.map(({ name }) => name)),
    language: first.language || context.messages.language,
    href: known.length === 1 ? (entryAddress(context, 'person', first.id, root) ?? null) : null,
  };
}
