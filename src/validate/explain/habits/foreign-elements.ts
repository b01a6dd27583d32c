/**
 * What people write out of habit, and what TEI P5 has for it, likeliest first: HTML, DocBook, JATS, word processors' exports, TEI P4 and
 * plain English. Names are compared without regard to case. A name that TEI has itself does not belong here.
 */
const rows: readonly (readonly [names: string, tei: string])[] = [
  // Highlighting.
  ['b bold strong bf', '<hi rend="bold">'],
  ['i it italic italics', '<hi rend="italic">'],
  ['em emphasis', '<emph>'],
  ['underline underlined', '<hi rend="underline">'],
  ['strike strikethrough', '<hi rend="strikethrough">'],
  ['sup superscript', '<hi rend="superscript">'],
  ['sub subscript', '<hi rend="subscript">'],
  ['sc small-caps smallcaps', '<hi rend="smallcaps">'],
  ['small big font mark tt monospace styled-content', '<hi rend="…">'],
  ['center centre', '<p rend="center">'],
  ['ins inserted', '<add>'],
  ['deleted strikeout', '<del>'],
  // Blocks.
  ['para paragraph simpara', '<p>'],
  ['pre programlisting', '<ab>'],
  ['blockquote disp-quote', '<quote>'],
  ['section sec sect article chapter sect1 sect2 sect3 subsection', '<div>'],
  ['h1 h2 h3 h4 h5 h6 heading figcaption', '<head>'],
  ['header', '<head> | <teiHeader>'],
  ['hr', '<milestone unit="section"/>'],
  ['br linebreak newline', '<lb/>'],
  ['page pagebreak page-break', '<pb/>'],
  ['columnbreak column-break', '<cb/>'],
  ['img image picture inlinegraphic inline-graphic imagedata', '<graphic url="…"/>'],
  ['fig', '<figure>'],
  ['math mathml', '<formula>'],
  // Lists and tables.
  ['ul ol dl itemizedlist orderedlist variablelist simplelist def-list', '<list>'],
  ['li listitem list-item dd', '<item>'],
  ['dt', '<label>'],
  ['tr', '<row>'],
  ['td th', '<cell>'],
  ['informaltable table-wrap', '<table>'],
  // Links and notes.
  ['a ulink xlink ext-link hyperlink', '<ref target="…">'],
  ['xptr', '<ptr target="…"/>'],
  ['xref', '<ref target="…">'],
  ['footnote fn', '<note place="foot">'],
  ['endnote', '<note place="end">'],
  ['marginalia marginnote margin', '<note place="margin">'],
  ['comment', '<note>'],
  ['cite citation mixed-citation', '<bibl> | <title>'],
  // Names, dates, words.
  ['inline', '<seg>'],
  ['firstname given-name given-names givenname', '<forename>'],
  ['lastname familyname', '<surname>'],
  ['personname', '<persName>'],
  ['organization organisation orgname institute', '<orgName>'],
  ['city town village', '<settlement>'],
  ['year month day daterange datestruct', '<date>'],
  ['timestruct', '<time>'],
  ['foreignword', '<foreign>'],
  ['error typo', '<sic>'],
  ['illegible lacuna', '<gap>'],
  ['uncertain', '<unclear>'],
  ['abbreviation', '<abbr>'],
  ['expansion', '<expan>'],
  // Letters, verse, drama, speech.
  ['signature', '<signed>'],
  ['greeting salutation', '<salute>'],
  ['ps', '<postscript>'],
  ['verse vers', '<l>'],
  ['stanza strophe strofe couplet linegroup', '<lg>'],
  ['poem', '<lg type="poem">'],
  ['speech', '<sp>'],
  ['stagedirection stagedir', '<stage>'],
  ['dialogue dialog', '<said>'],
  // The header, and TEI P4.
  ['metadata meta', '<teiHeader>'],
  ['tei.2', '<TEI>'],
  ['teicorpus.2', '<teiCorpus>'],
  ['license', '<licence>'],
  ['copyright rights', '<availability>'],
  ['contributor', '<respStmt>'],
  ['div0', '<div>'],
  ['hand', '<handNote>'],
  ['handlist', '<handNotes>'],
  ['bibstruct', '<biblStruct>'],
  ['witlist', '<listWit>'],
];

/**
 * What a schema may leave out of TEI, and what usually says the same less precisely; the first of them that the schema
 * has is proposed.
 */
const coarser: readonly (readonly [names: string, tei: string])[] = [
  ['persName', '<name type="person"> | <rs type="person">'],
  [
    'placeName geogName settlement region country district bloc',
    '<placeName> | <name type="place"> | <rs type="place">',
  ],
  ['orgName', '<name type="org"> | <rs type="org">'],
  ['forename surname roleName addName genName nameLink', '<persName> | <name>'],
  ['name', '<rs> | <persName>'],
  ['rs', '<name> | <persName>'],
  ['div1 div2 div3 div4 div5 div6 div7', '<div>'],
  ['div', '<div1>'],
  ['emph mentioned soCalled distinct foreign gloss term', '<hi>'],
  ['hi', '<emph>'],
  ['quote said', '<q>'],
  ['q', '<quote>'],
  ['ab', '<p>'],
  ['s phr cl w', '<seg>'],
  ['time', '<date>'],
  ['biblStruct biblFull msDesc', '<bibl>'],
  ['listBibl listPerson listPlace listOrg listWit', '<list>'],
  ['ptr', '<ref>'],
  ['span', '<seg>'],
  ['caption', '<head>'],
  ['annotation', '<note>'],
  ['quotation', '<quote>'],
  ['noteGrp', '<note>'],
  ['lg', '<l>'],
  ['standOff', '<back>'],
  ['licence', '<p>'],
  ['signed salute dateline', '<closer> | <ab> | <p>'],
  ['postscript', '<div type="postscript">'],
  ['respStmt', '<editor>'],
  ['sp', '<said> | <p>'],
];

function table(source: readonly (readonly [string, string])[], fold: boolean): ReadonlyMap<string, string> {
  return new Map(
    source.flatMap(([names, written]) => names.split(' ').map((name) => [fold ? name.toLowerCase() : name, written])),
  );
}

const foreign = table(rows, true);
const coarse = table(coarser, false);

/** What TEI writes for an element of another vocabulary, likeliest first: `<hi rend="bold">` for `bold`. */
export function teiFor(local: string): string[] {
  return foreign.get(local.toLowerCase())?.split(' | ') ?? [];
}

/** What says the same as a TEI element, less precisely, best first. */
export function coarserThan(local: string): string[] {
  return coarse.get(local)?.split(' | ') ?? [];
}

/** The names that the first table knows, in lower case. */
export const foreignNames: readonly string[] = rows.flatMap(([names]) => names.split(' '));

/** The names that the second table knows. */
export const leftOutNames: readonly string[] = coarser.flatMap(([names]) => names.split(' '));
