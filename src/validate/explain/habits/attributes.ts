/**
 * What people write out of habit (HTML, DocBook, TEI P4), and the attributes of TEI P5 that say it; the first that the
 * element can have is proposed. Names are compared without regard to case.
 */
const rows: readonly (readonly [names: string, attributes: string])[] = [
  ['lang language xml-lang', 'xml:lang'],
  ['id identifier xml-id', 'xml:id ident'],
  ['base', 'xml:base'],
  ['href link uri', 'target url ref'],
  ['url src', 'url target'],
  ['img image', 'url facs'],
  ['class style css align font color rendition rend', 'rend rendition style'],
  ['kind category', 'type'],
  ['role', 'role type'],
  ['nr no num number', 'n'],
  ['value date iso datetime', 'when value quantity'],
  ['year month day', 'when'],
  ['start begin startdate', 'from notBefore start'],
  ['end enddate', 'to notAfter end'],
  ['earliest after', 'notBefore'],
  ['latest before', 'notAfter'],
  ['certainty confidence', 'cert'],
  ['responsible responsibility editor', 'resp'],
  ['speaker', 'who'],
  ['author', 'resp who'],
  ['position location', 'place'],
  ['wikidata viaf gnd geonames authority', 'ref key'],
  ['key', 'key ref'],
  ['person personid', 'ref who'],
  ['colspan', 'cols'],
  ['rowspan', 'rows'],
  ['page', 'n facs'],
  ['colour ink', 'rend'],
  ['indent', 'rend'],
];

/** What says it where no attribute does. */
const advice: Readonly<Record<string, string>> = {
  teiform: 'it is left over from TEI P4; take it away',
  corr: 'write <choice><sic>…</sic><corr>…</corr></choice>',
  sic: 'write <choice><sic>…</sic><corr>…</corr></choice>',
  reg: 'write <choice><orig>…</orig><reg>…</reg></choice>',
  orig: 'write <choice><orig>…</orig><reg>…</reg></choice>',
  abbr: 'write <choice><abbr>…</abbr><expan>…</expan></choice>',
  expan: 'write <choice><abbr>…</abbr><expan>…</expan></choice>',
  entity: 'a picture is named by its file, in @url',
  alt: 'a picture is described in <figDesc>',
  title: 'a title is an element: <head> or <title>',
  border: 'how things look is said in @rend, or in a stylesheet',
  onclick: 'scripts have no place in TEI',
  'xsi:schemalocation': 'a TEI file names its schema in <?xml-model?>',
  'xsi:nonamespaceschemalocation': 'a TEI file names its schema in <?xml-model?>',
};

/** An example of what attributes that an element must have may say. */
const examples: Readonly<Record<string, string>> = {
  url: 'url="page-1.jpg"',
  target: 'target="#note-1"',
  unit: 'unit="section"',
  ident: 'ident="en"',
  who: 'who="#speaker-1"',
  ref: 'ref="#person-1"',
  type: 'type="…"',
  when: 'when="1956-10-30"',
  'xml:id': 'xml:id="p-1"',
  'xml:lang': 'xml:lang="en"',
};

/** The attributes that people use most, for the order in which messages name them. */
const everyday =
  'type n ref when from to notBefore notAfter who target url rend place resp cert key role unit facs corresp xml:lang xml:id';

const byName: ReadonlyMap<string, readonly string[]> = new Map(
  rows.flatMap(([names, attributes]) => names.split(' ').map((name) => [name, attributes.split(' ')])),
);
const rank: ReadonlyMap<string, number> = new Map(everyday.split(' ').map((name, index) => [name, index]));

/** The attributes of TEI that say what this one is meant to say, likeliest first. */
export function attributesFor(name: string): readonly string[] {
  return byName.get(name.toLowerCase()) ?? [];
}

/** What says it in TEI, where no attribute of the element does. */
export function attributeAdvice(name: string): string | undefined {
  const folded = name.toLowerCase();
  return Object.hasOwn(advice, folded) ? advice[folded] : undefined;
}

/** How a TEI attribute may be written, with a value. */
export function attributeExample(name: string): string | undefined {
  return Object.hasOwn(examples, name) ? examples[name] : undefined;
}

/** The place of an attribute among those of everyday TEI, 0 the most usual; undefined for a rarer one. */
export function everydayAttribute(name: string): number | undefined {
  return rank.get(name);
}
