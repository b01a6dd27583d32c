import type { AnnotatedDocument } from '../../annotate/annotate.js';
import type { Annotation } from '../../annotate/annotation.js';
import type { Register } from '../../edition/register.js';
import type { Sidecar } from '../../edition/sidecar.js';
import { foldName } from '../../language/name-folding.js';
import { isConjunction } from '../../language/name-words.js';
import { collectiveVoice } from '../../language/sections.js';
import { readPassage } from '../../source/passage.js';
import type { SourceFile } from '../../source/source-file.js';
import { firstFrom } from '../../source/span.js';
import type { Division, Leaf } from '../../structure/division.js';
import { leavesOf, personItems } from '../../structure/parts.js';
import type { StructuredDocument } from '../../structure/structure.js';
import type { IdentifierAllocator } from '../identifiers.js';
import type { Pointers } from '../pointers.js';
import type { Participant } from './header-input.js';

/** Who took part in what a document records, and whom each label of a speaker means. */
export interface Participation {
  readonly participants: readonly Participant[];
  /** The pointer, or pointers, for `sp/@who`. */
  readonly speakers: (leaf: Leaf) => string | undefined;
}

/** What is known of the document. */
export interface ParticipationInput {
  readonly source: SourceFile;
  readonly structured: StructuredDocument;
  readonly annotated: AnnotatedDocument;
  readonly register: Register;
  readonly sidecar: Sidecar;
  readonly pointers: Pointers;
  readonly identifiers: IdentifierAllocator;
}

/**
 * Collects those who took part: the speakers by their labels (and the headings that open speeches), those whom a heading
 * names as the speakers to its item, then the others of the lists of those present. A speaker whom the register does not know, and voices without names, get an entry of
 * their own in this document.
 */
export function participation(input: ParticipationInput): Participation {
  const participants = new Map<string, Participant>();
  const localIds = new Map<string, string>();
  const registered = (id: string, role: Participant['role']): string => {
    if (!participants.has(id)) {
      const name = input.register.persons.find((entry) => entry.id === id)?.names[0]?.text ?? id;
      participants.set(id, { registerId: id, name, role, group: false });
    }
    return input.pointers.toRegister(id, 'person');
  };
  const local = (label: string): string => {
    const known = localIds.get(label.toLowerCase());
    if (known !== undefined) return `#${known}`;
    const localId = input.identifiers.next('speaker');
    localIds.set(label.toLowerCase(), localId);
    participants.set(localId, { localId, name: label, role: 'speaker', group: collectiveVoice.test(label) });
    return `#${localId}`;
  };
  const pointersOf = new Map<number, string>();
  for (const leaf of speakingLeaves(input.structured.body)) {
    const label = wordsOf(input, leaf);
    const said = input.structured.speakers.get(leaf.span.start)?.person ?? input.sidecar.participants[label];
    const ids = said === undefined ? refsIn(input, leaf) : [said];
    if (ids.length > 0) pointersOf.set(leaf.span.start, ids.map((id) => registered(id, 'speaker')).join(' '));
    else if (leaf.part === 'speaker') pointersOf.set(leaf.span.start, local(label));
  }
  for (const leaf of leavesOf(input.structured.body).filter((each) => listsSpeakers(input, each)))
    for (const id of refsIn(input, leaf)) registered(id, 'speaker');
  for (const leaf of personItems(input.structured.body, ['attendees']))
    for (const id of refsIn(input, leaf)) registered(id, 'attendee');
  return { participants: [...participants.values()], speakers: (leaf) => pointersOf.get(leaf.span.start) };
}

/** Labels, and headings over a speech without one. */
function speakingLeaves(division: Division): Leaf[] {
  if (division.kind === 'leaf') return division.part === 'speaker' ? [division] : [];
  const opensSpeech = division.children.some(
    (child) =>
      child.kind === 'branch' &&
      child.part === 'sp' &&
      !child.children.some((part) => part.kind === 'leaf' && part.part === 'speaker'),
  );
  const heads = opensSpeech
    ? division.children.filter((child): child is Leaf => child.kind === 'leaf' && child.part === 'head')
    : [];
  return [...heads, ...division.children.flatMap(speakingLeaves)];
}

/** A second heading with nothing but names, all in parentheses: "(Cde. Zhukov, Cde. Molotov)" under an item of the agenda. */
function listsSpeakers(input: ParticipationInput, leaf: Leaf): boolean {
  if (leaf.part !== 'head' || leaf.attributes?.['type'] !== 'sub') return false;
  const passage = readPassage(input.source.text, leaf.span, input.annotated.differences);
  const { text } = passage;
  if (!/^\s*\([^()]*\)[.:]?\s*$/u.test(text)) return false;
  let rest = '';
  let end = 0;
  for (const { kind, span } of annotationsIn(input, leaf)) {
    if (kind !== 'persName' && kind !== 'roleName') continue;
    rest += text.slice(end, passage.offsetOf(span.start));
    end = Math.max(end, passage.offsetOf(span.end));
  }
  rest += text.slice(end);
  return [...rest.matchAll(/\p{L}+/gu)].every(([word]) => isConjunction(foldName(word)));
}

/** Register ids of the persons named in a part; a name with two candidates has none. */
function refsIn(input: ParticipationInput, leaf: Leaf): string[] {
  const refs = annotationsIn(input, leaf).flatMap(({ kind, attributes }) =>
    kind === 'persName' ? (attributes['ref'] ?? []) : [],
  );
  return [...new Set(refs.map((ref) => ref.replace(/^#/u, '')))];
}

/** The annotations of words of a part, in order. */
function annotationsIn({ annotated: { annotations } }: ParticipationInput, leaf: Leaf): Annotation[] {
  const found: Annotation[] = [];
  for (let i = firstFrom(annotations, leaf.span.start); i < annotations.length; i++) {
    const annotation = annotations[i];
    if (annotation === undefined || annotation.span.start >= leaf.span.end) break;
    if (annotation.span.end <= leaf.span.end) found.push(annotation);
  }
  return found;
}

/** A label's words, without its brackets and final marks. */
function wordsOf(input: ParticipationInput, leaf: Leaf): string {
  const { text } = readPassage(input.source.text, leaf.span, input.annotated.differences);
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^[([]+|[)\].:\s–—-]+$/gu, '');
}
