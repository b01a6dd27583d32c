/**
 * Elements whose content is elements only, by the TEI Guidelines' content models: white space between their
 * children is no text. Elements that may stand inside running text (`choice`, `app`, `subst`) are left out, since a
 * blank there would be read.
 */
const elementOnly = new Set(
  `TEI teiCorpus teiHeader fileDesc titleStmt editionStmt respStmt publicationStmt availability seriesStmt notesStmt
   sourceDesc msDesc msIdentifier altIdentifier msContents msItem physDesc history additional listBibl biblStruct monogr
   analytic imprint listWit listRelation encodingDesc projectDesc samplingDecl editorialDecl correction normalization
   hyphenation quotation segmentation interpretation punctuation stdVals appInfo application classDecl taxonomy category
   tagsDecl namespace refsDecl listPrefixDef prefixDef charDecl profileDesc abstract langUsage textClass
   keywords calendarDesc calendar particDesc settingDesc correspDesc correspAction correspContext revisionDesc listChange
   standOff listPerson person personGrp listPlace place location listOrg org listEvent event
   text group front body back titlePage div floatingText postscript lg list listApp table row address
   sp figure facsimile surface zone sourceDoc argument`.split(/\s+/),
);

/** Elements that stand as blocks of their own: white space around them is never read as text. */
const block = new Set('p ab head l lg list table div sp floatingText dateline salute signed byline address'.split(' '));

/**
 * True where line breaks and indentation between the children of an element change no text: it has children, no
 * text among them, and either its content model has no text or all its elements are blocks.
 *
 * @param name the element's name.
 * @param childNames its child elements' names.
 */
export function mayBreakLines(name: string, childNames: readonly string[]): boolean {
  return elementOnly.has(name) || (childNames.length > 0 && childNames.every((child) => block.has(child)));
}
