/** What sort of thing an element stands for, as far as pointers ask. */
export type Family =
  | 'person'
  | 'organisation'
  | 'responsibility'
  | 'place'
  | 'event'
  | 'object'
  | 'work'
  | 'witness'
  | 'hand'
  | 'image'
  | 'category'
  | 'time'
  | 'passage';

const families: Readonly<Record<Family, string>> = {
  person: 'person personGrp persona listPerson particDesc persName castItem castGroup castList role roleDesc actor nym',
  organisation: 'org listOrg orgName',
  responsibility:
    'respStmt resp author editor principal sponsor funder publisher distributor authority meeting name application',
  place: 'place listPlace placeName settlement country region district bloc geogName location geo setting settingDesc',
  event: 'event listEvent eventName',
  object: 'object listObject objectName',
  work: `bibl biblStruct biblFull listBibl msDesc msPart msFrag msContents msItem msItemStruct monogr analytic series
         relatedItem sourceDesc recordingStmt recording`,
  witness: 'witness listWit',
  hand: 'handNote handNotes handDesc scriptNote typeNote',
  image: 'facsimile surface surfaceGrp zone graphic media binaryObject sourceDoc',
  category: 'taxonomy category catDesc classDecl interp interpGrp',
  time: 'timeline when',
  passage: `TEI text group body front back div div1 div2 div3 div4 div5 div6 div7 sp spGrp u s cl phr w m c pc l lg
            stage pb lb cb gb milestone opener closer floatingText app rdg`,
};

const familyByElement = new Map(
  Object.entries(families).flatMap(([family, elements]) =>
    elements.split(/\s+/u).map((element) => [element, family as Family] as const),
  ),
);

/**
 * The family of an element; undefined for one that may stand for anything (`item`, `note`, `p`), which a pointer to a
 * person or a place may therefore lead to.
 */
export function familyOf(element: string): Family | undefined {
  return familyByElement.get(element);
}

/** All elements that have a family. */
export function elementsOfFamilies(): string[] {
  return [...familyByElement.keys()];
}
