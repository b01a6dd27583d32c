/**
 * What usually stands in an element, most usual first: it decides which of hundreds of possible elements a message
 * names. It is no rule; only what the schema has is ever named.
 */
const content: Readonly<Record<string, string>> = {
  TEI: 'teiHeader text standOff facsimile',
  teiCorpus: 'teiHeader TEI',
  teiHeader: 'fileDesc encodingDesc profileDesc revisionDesc',
  fileDesc: 'titleStmt editionStmt extent publicationStmt seriesStmt notesStmt sourceDesc',
  titleStmt: 'title author editor respStmt',
  editionStmt: 'edition respStmt p',
  publicationStmt: 'publisher p authority distributor pubPlace date availability idno',
  availability: 'licence p',
  notesStmt: 'note',
  seriesStmt: 'title p',
  sourceDesc: 'p bibl listBibl msDesc',
  encodingDesc: 'projectDesc editorialDecl p',
  editorialDecl: 'p',
  projectDesc: 'p',
  profileDesc: 'creation langUsage textClass correspDesc particDesc abstract',
  langUsage: 'language',
  textClass: 'keywords catRef',
  keywords: 'term',
  particDesc: 'listPerson p',
  correspDesc: 'correspAction correspContext',
  correspAction: 'persName placeName date',
  revisionDesc: 'change',
  respStmt: 'resp name persName',
  msDesc: 'msIdentifier msContents physDesc history',
  msIdentifier: 'settlement repository idno',
  text: 'body front back group',
  front: 'div titlePage p',
  back: 'div p listPerson listBibl',
  group: 'text',
  floatingText: 'body',
  body: 'div p head lg sp u list',
  div: 'p head div lg list sp u opener closer',
  div1: 'p head div2',
  opener: 'salute dateline address',
  closer: 'salute signed dateline',
  postscript: 'p',
  list: 'item head label',
  listPerson: 'person head',
  listPlace: 'place head',
  listOrg: 'org head',
  listBibl: 'bibl biblStruct head',
  listWit: 'witness',
  person: 'persName birth death note',
  place: 'placeName location note',
  org: 'orgName desc note',
  standOff: 'listPerson listPlace listOrg listBibl',
  facsimile: 'graphic surface',
  surface: 'graphic zone',
  table: 'row head',
  row: 'cell',
  figure: 'graphic head figDesc p',
  lg: 'l lg head',
  sp: 'speaker p l ab lg stage',
  castList: 'castItem head',
  app: 'lem rdg',
  choice: 'abbr expan sic corr orig reg',
  cit: 'quote bibl',
  quote: 'p l',
  note: 'p',
  item: 'p list',
  p: 'hi persName placeName date note ref list quote figure',
  u: 'seg pause vocal kinesic incident',
  seg: 'hi persName placeName date note ref',
  head: 'hi persName placeName date note lb',
  date: 'hi note',
  address: 'addrLine',
  bibl: 'author title date publisher',
  biblStruct: 'monogr analytic',
  monogr: 'title author imprint',
  imprint: 'publisher pubPlace date',
  entry: 'form sense gramGrp',
  sense: 'def cit gramGrp',
  titlePage: 'docTitle docAuthor docImprint docDate',
  docTitle: 'titlePart',
};

/** What usually comes after an element, before all that usually stands in their parent. */
const followers: Readonly<Record<string, string>> = {
  sic: 'corr',
  corr: 'sic',
  orig: 'reg',
  reg: 'orig',
  abbr: 'expan',
  expan: 'abbr',
  lem: 'rdg',
  label: 'item',
  resp: 'name persName orgName',
  speaker: 'p l lg ab',
  teiHeader: 'text',
  front: 'body',
  publisher: 'pubPlace date availability',
  authority: 'availability date',
};

/** The elements of everyday TEI, for places of which the table above says nothing. */
const everyday =
  'p div head list item note hi ref quote q l lg sp speaker stage u persName placeName orgName name date title ' +
  'bibl person place org table row cell figure graphic seg ab pb lb body text author editor publisher idno term label desc';

/** What plain words can be put into, wherever it can stand. */
const wordHolders =
  'quote bibl p item cell l ab title head publisher licence change term lem rdg addrLine resp name idno speaker language edition ' +
  'salute signed def form desc label figDesc note';

const byParent: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(content).map(([parent, names]) => [parent, names.split(' ')]),
);
const byFormer: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(followers).map(([former, names]) => [former, names.split(' ')]),
);
const wordHolderNames: ReadonlySet<string> = new Set(wordHolders.split(' '));
const everydayRank: ReadonlyMap<string, number> = new Map(everyday.split(' ').map((name, index) => [name, index]));

/** What usually stands in a TEI element; nothing where no custom is known. */
export function usualContent(parent: string): readonly string[] {
  return byParent.get(parent) ?? [];
}

/** What usually comes after a TEI element; nothing where no custom is known. */
export function usualFollowers(former: string): readonly string[] {
  return byFormer.get(former) ?? [];
}

/** The place of an element among those of everyday TEI, 0 the most usual; undefined for a rarer one. */
export function everydayPlace(local: string): number | undefined {
  return everydayRank.get(local);
}

/** Whether plain words are commonly put into an element that can stand in the parent. */
export function isWordHolder(local: string, parent: string): boolean {
  // The words of a list belong into its entries.
  const isBeside = (local === 'head' || local === 'label') && /^(?:list|table)/.test(parent);
  return wordHolderNames.has(local) && !isBeside;
}

/** All names of the tables, for a test that TEI has them. */
export const usualElements: readonly string[] = [
  ...Object.entries({ ...content, ...followers }).flatMap(([parent, names]) => [parent, ...names.split(' ')]),
  ...everyday.split(' '),
  ...wordHolders.split(' '),
];
