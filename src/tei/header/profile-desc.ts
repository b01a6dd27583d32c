import type { Annotation } from '../../annotate/annotation.js';
import { readLine } from '../../blocks/block.js';
import type { Agent } from '../../edition/sidecar.js';
import { languageName } from '../../language/names.js';
import type { Leaf } from '../../structure/division.js';
import { leavesOf } from '../../structure/parts.js';
import { element, type TeiElement } from '../node.js';
import { readCatalogueDates } from './catalogue.js';
import { dateInWords } from './date-in-words.js';
import { valueNodes } from './field-value.js';
import { agentName, fieldsNamed, type HeaderInput } from './header-input.js';

/** `profileDesc`: abstract, date and place of writing, languages, genre, participants, correspondence (Guidelines, 2.4). */
export function profileDesc(input: HeaderInput): TeiElement {
  return element('profileDesc', {}, [
    ...abstract(input),
    creation(input),
    ...calendarDesc(input),
    langUsage(input),
    element('textClass', {}, [element('keywords', {}, [element('term', { type: 'genre' }, [input.structured.genre])])]),
    ...particDesc(input),
    ...(input.structured.genre === 'letter' ? correspDesc(input) : []),
  ]);
}

function abstract(input: HeaderInput): TeiElement[] {
  const paragraphs = fieldsNamed(input, 'summary').flatMap((field) =>
    field.values.map((span) => element('p', {}, valueNodes(input, { ...field, values: [span] }, []))),
  );
  return paragraphs.length === 0 ? [] : [element('abstract', {}, paragraphs)];
}

/** The document's date: the sidecar's, the dateline's, the catalogue's. */
export function dateOf(input: HeaderInput): string | undefined {
  return input.sidecar.date ?? input.annotated.documentDate ?? readCatalogueDates(input)[0];
}

function creation(input: HeaderInput): TeiElement {
  const date = dateOf(input);
  const place = input.register.places.find((entry) => entry.id === input.sidecar.place);
  const parts = [
    ...(date === undefined ? ['The source gives no date.'] : [dateElement(input, date)]),
    ...(place === undefined
      ? []
      : [
          ', ',
          element('placeName', { ref: input.pointers.toRegister(place.id, 'placeName') }, [
            place.names[0]?.text ?? place.id,
          ]),
        ]),
  ];
  return element('creation', {}, parts);
}

/** The date of the document; a diary was written from the day of its first entry to that of its last. */
function dateElement(input: HeaderInput, date: string): TeiElement {
  const last = input.structured.genre === 'diary' ? lastEntry(input) : undefined;
  if (last === undefined || last <= date) return element('date', { when: date }, [dateInWords(date)]);
  return element('date', { from: date, to: last }, [`${dateInWords(date)} to ${dateInWords(last)}`]);
}

function lastEntry(input: HeaderInput): string | undefined {
  const heads = leavesOf(input.structured.body).filter(({ part }) => part === 'head');
  const dates = heads.flatMap((head) => inside(input, head).flatMap(({ attributes }) => attributes['when'] ?? []));
  return dates.at(-1);
}

/** The calendars, other than the Gregorian, that dates of the text are expressed in. */
function calendarDesc(input: HeaderInput): TeiElement[] {
  const isJulian = input.annotated.annotations.some(({ attributes }) => attributes['calendar'] === '#julian');
  if (!isJulian) return [];
  const id = input.pointers.toCalendar('julian').slice(1);
  const says = 'Julian calendar (Old Style); the values of its dates are those of the Gregorian calendar.';
  return [element('calendarDesc', {}, [element('calendar', { 'xml:id': id }, [element('p', {}, [says])])])];
}

function langUsage(input: HeaderInput): TeiElement {
  const tags = new Set([input.language]);
  for (const { attributes } of [...input.annotated.annotations, ...input.annotated.inFields])
    if (attributes['xml:lang'] !== undefined) tags.add(attributes['xml:lang']);
  const languages = [...tags].map((tag) => element('language', { ident: tag }, [languageName(tag)]));
  const original = input.originalLanguage;
  if (original === undefined || tags.has(original)) return element('langUsage', {}, languages);
  return element('langUsage', {}, [
    ...languages,
    element('language', { ident: original }, [`${languageName(original)} (language of the original)`]),
  ]);
}

function particDesc(input: HeaderInput): TeiElement[] {
  if (input.participants.length === 0) return [];
  const entries = input.participants.map((participant) => {
    if (participant.group) {
      return element('personGrp', { 'xml:id': participant.localId, role: participant.role }, [
        element('p', {}, [participant.name]),
      ]);
    }
    return element(
      'person',
      {
        'xml:id': participant.localId,
        role: participant.role,
        corresp:
          participant.registerId === undefined
            ? undefined
            : input.pointers.toRegister(participant.registerId, 'person'),
      },
      [element('persName', {}, [participant.name])],
    );
  });
  return [element('particDesc', {}, [element('listPerson', {}, entries)])];
}

/** `correspDesc`: who sent, from where, when; who received (Guidelines, 2.4.6). */
function correspDesc(input: HeaderInput): TeiElement[] {
  const leaves = leavesOf(input.structured.body);
  const dateline = leaves.find((leaf) => leaf.part === 'dateline');
  const sender = input.sidecar.sender.length > 0 ? names(input, input.sidecar.sender) : named(input, leaves, 'signed');
  const addressee =
    input.sidecar.addressee.length > 0
      ? names(input, input.sidecar.addressee)
      : named(input, leaves, 'addrLine', 'salute');
  const date = dateOf(input);
  const place =
    dateline === undefined ? undefined : inside(input, dateline).find((annotation) => annotation.kind === 'placeName');
  const sent = [
    ...sender,
    ...(place === undefined ? [] : [element('placeName', { ref: pointer(input, place) }, [wordsOf(input, place)])]),
    ...(date === undefined ? [] : [element('date', { when: date })]),
  ];
  const actions = [
    ...(sent.length === 0 ? [] : [element('correspAction', { type: 'sent' }, sent)]),
    ...(addressee.length === 0 ? [] : [element('correspAction', { type: 'received' }, addressee)]),
  ];
  return actions.length === 0 ? [] : [element('correspDesc', {}, actions)];
}

function names(input: HeaderInput, agents: readonly Agent[]): TeiElement[] {
  return agents.map((agent) => agentName(input, agent));
}

/** The names in the first part of a kind that has one. */
function named(input: HeaderInput, leaves: readonly Leaf[], ...parts: readonly Leaf['part'][]): TeiElement[] {
  for (const part of parts) {
    for (const leaf of leaves.filter((each) => each.part === part)) {
      const found = inside(input, leaf).filter(
        (annotation) => annotation.kind === 'persName' || annotation.kind === 'orgName',
      );
      if (found.length > 0)
        return found.map((annotation) =>
          element(annotation.kind, { ref: pointer(input, annotation) }, [wordsOf(input, annotation)]),
        );
    }
  }
  return [];
}

function inside(input: HeaderInput, leaf: Leaf): Annotation[] {
  return input.annotated.annotations.filter(
    (annotation) => annotation.span.start >= leaf.span.start && annotation.span.end <= leaf.span.end,
  );
}

function pointer(input: HeaderInput, annotation: Annotation): string | undefined {
  const ref = annotation.attributes['ref'];
  return ref === undefined ? undefined : input.pointers.toRegister(ref.replace(/^#/u, ''), annotation.kind);
}

function wordsOf(input: HeaderInput, annotation: Annotation): string {
  return readLine(input.source, annotation.span, input.annotated.differences);
}
