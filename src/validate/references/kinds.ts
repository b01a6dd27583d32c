import { familyOf, type Family } from './element-families.js';

/** What a pointer may lead to. */
export interface KindRule {
  readonly attributes: string;
  /** The elements on which the rule is about the attribute; undefined for all that are in no other rule. */
  readonly on?: string;
  /** What it should lead to, in words. */
  readonly wanted: string;
  /** Families and elements that it should lead to. */
  readonly families?: readonly Family[];
  readonly elements?: string;
  /** Families of which none is ever meant; `others` for every element that is not wanted. */
  readonly never: readonly Family[] | 'others';
}

const agents: readonly Family[] = ['person', 'organisation', 'responsibility'];
const works: readonly Family[] = ['work', 'witness'];

/**
 * What the Guidelines say that each pointer leads to: the definitions of the attributes, in brackets with their class
 * or element. They are wide, and archives read them widely: an element of no family is let pass, one that is neither
 * wanted nor absurd is a warning, and an error is only what cannot be meant.
 */
export const kindRules: readonly KindRule[] = [
  // att.ascribed, att.ascribed.directed: the person or group that a speech or an action is ascribed or directed to.
  {
    attributes: 'who toWhom',
    wanted: 'a person or group (person, personGrp, org, castItem, role)',
    families: agents,
    never: ['place', 'witness', 'hand', 'image', 'category', 'time', 'passage'],
  },
  // att.global.responsibility: the agency responsible.
  {
    attributes: 'resp',
    wanted: 'somebody responsible (respStmt, editor, author, person, org)',
    families: [...agents, 'work', 'hand'],
    never: ['place', 'image', 'category', 'time', 'passage'],
  },
  // att.canonical: the full definition or identity of what is named.
  {
    attributes: 'ref',
    on: 'persName forename surname author editor actor',
    wanted: 'a person or group (person, personGrp, org)',
    families: agents,
    never: ['place', 'witness', 'hand', 'image', 'category', 'time', 'passage'],
  },
  {
    attributes: 'ref',
    on: 'placeName settlement country region district bloc geogName',
    wanted: 'a place (place, listPlace)',
    families: ['place'],
    never: ['person', 'responsibility', 'witness', 'hand', 'image', 'time', 'passage'],
  },
  {
    attributes: 'ref',
    on: 'orgName',
    wanted: 'an organisation (org, listOrg, personGrp)',
    families: ['organisation', 'responsibility'],
    elements: 'personGrp',
    never: ['person', 'witness', 'hand', 'image', 'time', 'passage'],
  },
  // g: a description of the character or glyph.
  { attributes: 'ref', on: 'g', wanted: 'a char or glyph', elements: 'char glyph', never: 'others' },
  // att.witnessed, att.rdgPart, witDetail: witnesses.
  {
    attributes: 'wit',
    wanted: 'a witness',
    families: works,
    elements: 'listApp',
    never: ['person', 'organisation', 'place', 'category', 'time', 'passage'],
  },
  // att.edition: the source edition.
  {
    attributes: 'edRef',
    wanted: 'an edition (bibl, biblStruct, witness)',
    families: works,
    never: ['person', 'place', 'image', 'category', 'time', 'passage'],
  },
  // att.written, handShift: a handNote.
  {
    attributes: 'hand new',
    wanted: 'a handNote',
    families: ['hand'],
    never: ['organisation', 'place', 'work', 'witness', 'image', 'category', 'time', 'passage'],
  },
  { attributes: 'scribeRef', wanted: 'a person', families: agents, never: ['place', 'image', 'category', 'passage'] },
  { attributes: 'scriptRef', wanted: 'a scriptNote', families: ['hand'], never: ['person', 'place', 'passage'] },
  // att.declaring: declarable elements of the header, the members of att.declarable.
  {
    attributes: 'decls',
    wanted: 'a declarable element of the header (sourceDesc, bibl, editorialDecl, langUsage, textClass …)',
    elements: `availability bibl biblFull biblStruct broadcast correction correspDesc editorialDecl equipment geoDecl
               hyphenation interpretation langUsage listApp listBibl listEvent listNym listObject listOrg listPerson
               listPlace metDecl normalization particDesc projectDesc punctuation quotation recording refsDecl
               samplingDecl scriptStmt segmentation seriesStmt settingDesc sourceDesc stdVals styleDefDecl textClass
               textDesc xenoData`,
    never: ['person', 'place', 'image', 'category', 'passage'],
  },
  // att.global.source: bibliographic descriptions, witnesses, informants, passages.
  {
    attributes: 'source',
    wanted: 'a source (bibl, msDesc, witness, person)',
    families: [...works, ...agents, 'event', 'object', 'hand', 'image', 'passage'],
    never: [],
  },
  // att.global.facs: images, portions of images, surfaces.
  {
    attributes: 'facs',
    wanted: 'an image or part of one (surface, zone, graphic)',
    families: ['image'],
    elements: 'line path',
    never: ['person', 'organisation', 'place', 'category', 'witness', 'time'],
  },
  // att.global.rendition, att.global.change, att.calendarSystem: one element each.
  { attributes: 'rendition', wanted: 'a rendition', elements: 'rendition', never: 'others' },
  { attributes: 'change', wanted: 'a change', elements: 'change listChange', never: 'others' },
  { attributes: 'calendar', wanted: 'a calendar', elements: 'calendar calendarDesc', never: 'others' },
  // att.measurement, conversion: unit definitions.
  { attributes: 'unitRef fromUnit toUnit', wanted: 'a unitDef', elements: 'unitDef unitDecl', never: 'others' },
  // catRef, and the schemes that categories are of.
  {
    attributes: 'target',
    on: 'catRef',
    wanted: 'a category',
    families: ['category'],
    never: ['person', 'organisation', 'place', 'witness', 'image', 'time', 'passage'],
  },
  {
    attributes: 'scheme',
    on: 'catRef keywords classCode occupation socecStatus',
    wanted: 'a taxonomy, or another description of a scheme',
    families: ['category', 'work'],
    never: ['person', 'place', 'witness', 'image', 'time', 'passage'],
  },
  // att.naming: the canonical form of a name.
  { attributes: 'nymRef', wanted: 'a nym', elements: 'nym', never: ['place', 'image', 'category', 'passage'] },
  { attributes: 'parts', wanted: 'a nym', elements: 'nym', never: 'others' },
  // att.textCritical: other readings.
  { attributes: 'require', wanted: 'a reading', elements: 'rdg lem rdgGrp app', never: 'others' },
  // att.timed, when, timeline: points of a timeline.
  {
    attributes: 'start end',
    on: 'u pause vocal kinesic incident writing annotationBlock media gap ellipsis binaryObject',
    wanted: 'a point in time (when, anchor)',
    families: ['time'],
    elements: 'anchor',
    never: ['person', 'organisation', 'place', 'category', 'witness', 'hand'],
  },
  { attributes: 'since origin', wanted: 'a when', families: ['time'], never: 'others' },
  // att.locatable.
  { attributes: 'where', wanted: 'a place', families: ['place'], never: ['person', 'category', 'image', 'passage'] },
  { attributes: 'perf', wanted: 'a performance', elements: 'performance', never: ['person', 'place', 'passage'] },
  { attributes: 'replyTo', wanted: 'a post', elements: 'post', never: 'others' },
];

const ruleByPlace = new Map(
  kindRules.flatMap((rule) =>
    rule.attributes
      .split(' ')
      .flatMap((attribute) =>
        (rule.on ?? '*').split(' ').map((element) => [`${element}/@${attribute}`, rule] as const),
      ),
  ),
);

const elementsOf = new Map(kindRules.map((rule) => [rule, new Set((rule.elements ?? '').split(/\s+/u))]));

/** What the Guidelines say that an attribute leads to; undefined where it may lead to anything. */
export function kindRuleOf(element: string, attribute: string): KindRule | undefined {
  return ruleByPlace.get(`${element}/@${attribute}`) ?? ruleByPlace.get(`*/@${attribute}`);
}

/** Whether an element is what a pointer should lead to: `unusual` may be meant so, `wrong` cannot. */
export type KindVerdict = 'right' | 'unusual' | 'wrong';

/** Judges an element that a pointer leads to. */
export function judgeKind(rule: KindRule, element: string): KindVerdict {
  const family = familyOf(element);
  if (elementsOf.get(rule)?.has(element) === true) return 'right';
  if (family !== undefined && rule.families?.includes(family) === true) return 'right';
  if (rule.never === 'others') return 'wrong';
  if (family === undefined) return 'right';
  return rule.never.includes(family) ? 'wrong' : 'unusual';
}
