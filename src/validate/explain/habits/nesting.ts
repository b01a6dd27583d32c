/** A frequent mistake of nesting or order, and the word that sets it right. */
interface Nesting {
  /** The elements that stand wrongly, or `*`. */
  readonly child: string;
  /** The elements in which they stand, or `*`. */
  readonly parent: string;
  /** Only where one of these stands before it. */
  readonly after?: string;
  /** `{child}` and `{parent}` stand for the tags. Continues `<child> cannot stand inside <parent>; …` or `<child> cannot follow <after> in <parent>; …`. */
  readonly advice: string;
}

const phrases = 'hi emph foreign title name persName placeName orgName date time term ref seg num measure rs';

const notMixed = '{parent} holds either paragraphs or <publisher> and its details, not both';

const unmixed = 'numbered and unnumbered divisions are not mixed';

/** Those with `after` come first: the first that fits is taken. */
const rows: readonly Nesting[] = [
  // Order.
  { child: 'head', parent: '*', after: '*', advice: 'a heading comes before everything else' },
  { child: 'opener', parent: '*', after: '*', advice: 'an opener comes before the text' },
  { child: 'speaker', parent: 'sp', after: '*', advice: 'the speaker is named before the words' },
  { child: 'teiHeader', parent: '*', after: '*', advice: 'the header comes first' },
  { child: 'title', parent: 'titleStmt', after: '*', advice: 'the titles come first' },
  {
    child: '*',
    parent: '*',
    after: 'closer',
    advice: 'a closer ends its division; only <postscript> and the like can follow',
  },
  {
    child: 'p ab',
    parent: 'publicationStmt',
    after: 'publisher authority distributor pubPlace address date idno ptr ref availability',
    advice: 'beside <publisher> and its details, paragraphs stand in <availability>',
  },
  { child: 'p ab', parent: 'publicationStmt', after: '*', advice: notMixed },
  { child: '*', parent: 'publicationStmt', after: 'p ab', advice: notMixed },
  {
    child: 'div1 div2 div3 div4 div5 div6 div7',
    parent: '*',
    after: 'div',
    advice: unmixed,
  },
  {
    child: 'div',
    parent: '*',
    after: 'div1 div2 div3 div4 div5 div6',
    advice: unmixed,
  },
  {
    child: 'p ab l lg list table quote sp u figure note',
    parent: 'body div front back div1 div2 div3',
    after: 'div div1 div2 div3 div4 div5 div6 div7',
    advice: 'once a division has parts, its text stands before the first of them or in a part of its own',
  },
  // Nesting.
  { child: 'place', parent: 'listPerson listOrg', advice: 'places stand in <listPlace>' },
  { child: 'person personGrp', parent: 'listPlace listOrg', advice: 'persons stand in <listPerson>' },
  { child: 'org', parent: 'listPerson listPlace', advice: 'organisations stand in <listOrg>' },
  { child: 'origDate origPlace', parent: 'history', advice: 'it belongs in <origin>' },
  { child: 'pos gen number case per tns mood iType', parent: 'sense', advice: 'grammar stands in <gramGrp>' },
  {
    child: 'forename surname',
    parent: 'person author editor signed p',
    advice: 'the parts of a name stand in <persName>',
  },
  { child: 'p', parent: 'u', advice: 'an utterance is divided by <seg>' },
  { child: 'p ab', parent: 'p ab', advice: 'paragraphs do not nest: end the first before the next one begins' },
  { child: 'p ab', parent: 'list', advice: 'a list is made of <item>, which can hold <p>' },
  { child: 'p ab', parent: 'table row', advice: 'a table is made of <row>, and a row of <cell>' },
  { child: 'p ab', parent: 'lg', advice: 'a stanza is made of verse lines, <l>' },
  { child: 'p ab', parent: 'l', advice: 'a verse line holds words, no paragraphs' },
  { child: 'p ab', parent: 'head', advice: 'a heading is one run of words; a line break in it is <lb/>' },
  { child: 'p ab', parent: 'titleStmt', advice: '{parent} holds <title>, <author>, <editor> and <respStmt>' },
  {
    child: 'p ab',
    parent: 'salute signed dateline speaker',
    advice: '{parent} holds words; a line break in it is <lb/>',
  },
  {
    child: 'p ab div lg head',
    parent: phrases,
    advice: '{parent} marks words inside of one block: end it before {child}, and begin it again',
  },
  { child: 'div div1 div2 div3', parent: 'p ab', advice: 'a division holds paragraphs: end the paragraph first' },
  { child: 'head', parent: 'p ab', advice: 'a heading stands before the paragraphs, at the beginning of its division' },
  { child: 'div', parent: 'div1 div2 div3 div4 div5 div6 div7', advice: unmixed },
  { child: 'div1 div2 div3 div4 div5 div6 div7', parent: 'div', advice: unmixed },
  { child: 'head', parent: 'sp', advice: 'a speech has no heading; what is done on the stage is <stage>' },
  { child: 'line', parent: 'lg p quote', advice: 'a verse line is <l>' },
  { child: 'sp', parent: 'p ab', advice: 'end the paragraph before the speech' },
  { child: 'speaker', parent: 'p ab', advice: 'a speaker stands in <sp>, before what is said' },
  {
    child: 'salute dateline signed',
    parent: 'p ab',
    advice: 'it stands beside the paragraphs, in <opener> or <closer>',
  },
  { child: 'opener closer postscript', parent: 'p ab', advice: 'it stands beside the paragraphs of its division' },
  { child: 'l', parent: 'list', advice: 'a verse line, <l>, stands in <lg>; an entry of a list is <item>' },
  {
    child: 'persName orgName name',
    parent: 'titleStmt',
    advice: 'a person is named inside <author>, <editor> or <respStmt>',
  },
  {
    child: 'date',
    parent: 'titleStmt fileDesc',
    advice: 'dates stand in <publicationStmt>, <sourceDesc> or <creation>',
  },
  { child: 'date', parent: 'profileDesc', advice: 'the date of writing stands in <creation>' },
  { child: 'title', parent: 'body div front back', advice: 'the heading of a text or division is <head>' },
  { child: 'text', parent: 'body div p quote', advice: 'a text inside a text is <floatingText>' },
  { child: 'body', parent: 'TEI', advice: 'it belongs in <text>' },
  { child: 'body', parent: 'body div', advice: 'a part of a text is <div>' },
  { child: 'graphic', parent: 'body div', advice: 'put <figure> around it' },
  {
    child: 'u',
    parent: 'p head hi seg note item cell',
    advice: 'in TEI {child} is an utterance; for underlining write <hi rend="underline">',
  },
  { child: 'note', parent: 'list', advice: 'put it into an <item>' },
  { child: '*', parent: 'choice', advice: '{parent} holds two versions of the same words, such as <sic> and <corr>' },
];

const byChild = new Map<string, Nesting[]>();
for (const row of rows) {
  for (const name of row.child.split(' ')) {
    const known = byChild.get(name);
    if (known === undefined) byChild.set(name, [row]);
    else known.push(row);
  }
}

/**
 * What is usually wrong where a TEI element stands in a parent that does not take it there.
 *
 * @param after the element before it, if the parent takes it, only not after that one.
 */
export function nestingAdvice(child: string, parent: string, after: string | undefined): string | undefined {
  const candidates = [...(byChild.get(child) ?? []), ...(byChild.get('*') ?? [])];
  return candidates
    .find(
      (row) =>
        isAmong(parent, row.parent) &&
        (row.after === undefined ? after === undefined : after !== undefined && isAmong(after, row.after)),
    )
    ?.advice.replaceAll('{child}', `<${child}>`)
    .replaceAll('{parent}', `<${parent}>`);
}

function isAmong(name: string, names: string): boolean {
  return names === '*' || names.split(' ').includes(name);
}

/** All names of the table, for a test that TEI has them. */
export const nestedElements: readonly string[] = rows
  .flatMap(({ child, parent, after, advice }) => [
    ...`${child} ${parent} ${after ?? ''}`.split(' '),
    ...[...advice.matchAll(/<(\w+)/g)].map(([, name]) => name ?? ''),
  ])
  .filter((name) => name !== '*' && name !== '');
