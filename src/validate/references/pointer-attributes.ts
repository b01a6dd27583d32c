/**
 * The attributes of TEI P5 whose datatype is `teidata.pointer`, and the elements on which it is: `*` stands for every
 * element that has the attribute, `+` for a list of pointers divided by white space. Other attributes of the same
 * names hold dates, names or numbers (`date/@from`, `num/@value`). Made from the specifications of P5 4.9.0; a test
 * compares. `xml:base` is no pointer to anything and is read apart.
 */
const table = `
  active: relation+
  adj: node+
  adjFrom: node+
  adjTo: node+
  ana: *+
  calendar: date+ docDate+ origDate+ time+
  change: *+
  children: iNode+ root+
  class: msContents+ msItem+ msItemStruct+
  code: occupation socecStatus
  copyOf: *
  corresp: *+
  datcat: *+
  datingMethod: *
  datingPoint: *
  decls: *+
  domains: altGrp+ joinGrp+ linkGrp+
  edRef: *+
  end: *
  exclude: *+
  fVal: f
  facs: *+
  feats: fs+
  filter: equiv
  follow: iNode leaf
  from: app arc rt span
  fromUnit: conversion
  given: certainty+
  hand: *
  inst: interp+ interpGrp+ span+ spanGrp+
  lemmaRef: pc w
  location: case colloc def entryFree etym form gen gram gramGrp hom hyph iType lang lbl mood number oRef orth pRef
            per pos pron re sense subc syll tns usg xr
  mergedIn: *
  mutual: relation+
  new: handShift
  next: *
  nymRef: *+
  origin: timeline
  parent: iNode leaf
  parts: nym+
  passive: relation+
  perf: move+ tech+
  period: *+
  prev: *
  property: citeData
  ref: *+ dataRef g
  rendition: *+
  replyTo: post+
  require: lem+ rdg+ rdgGrp+
  resp: *+
  sameAs: *
  scheme: catRef classCode keywords locus locusGrp occupation socecStatus
  scribeRef: handNote+ handShift+ scriptNote+ typeNote+
  scriptRef: handNote+ handShift+ scriptNote+ typeNote+
  select: *+
  since: when
  source: *+
  spanTo: *
  start: annotationBlock binaryObject ellipsis gap incident kinesic line media path pause post surface u vocal writing
         zone
  synch: *+
  target: *+ fsdLink relatedItem rt specGrpRef
  targetDatcat: *+
  targetEnd: note+ noteGrp+
  to: app arc rt span
  toUnit: conversion
  toWhom: *+
  unitRef: measure measureGrp unit
  uri: equiv
  url: graphic media moduleRef schemaRef
  value: eLeaf eTree iNode leaf node root triangle
  valueDatcat: *+
  where: conversion+ event+
  who: *+
  wit: *+
`;

/** How many pointers an attribute holds: exactly one, or a list divided by white space. */
export type PointerCount = 'one' | 'list';

const attributes = readTable();

function readTable(): Map<string, Map<string, PointerCount>> {
  const byName = new Map<string, Map<string, PointerCount>>();
  let elements = new Map<string, PointerCount>();
  for (const word of table.trim().split(/\s+/u)) {
    if (word.endsWith(':')) {
      elements = new Map();
      byName.set(word.slice(0, -1), elements);
    } else {
      elements.set(word.replace('+', ''), word.endsWith('+') ? 'list' : 'one');
    }
  }
  return byName;
}

/**
 * Whether an attribute of a TEI element is a pointer, and how many it holds; undefined where it is none.
 *
 * @param element local name of an element in TEI's namespace. @param attribute name of an attribute without prefix.
 */
export function pointersIn(element: string, attribute: string): PointerCount | undefined {
  const elements = attributes.get(attribute);
  return elements === undefined ? undefined : (elements.get(element) ?? elements.get('*'));
}

/** The names of all attributes that are pointers on some element. */
export function pointerAttributes(): string[] {
  return [...attributes.keys()];
}
