import { plain, proseOf, proseText, type Prose } from './prose.js';
import { elementsAt, elementsOf, textOf, type XmlElement } from './xml-view.js';

/** A statement on how the text was treated; `kind` is the element (`correction`, `hyphenation`, `p`). */
export interface EncodingStatement {
  readonly kind: string;
  readonly paragraphs: readonly Prose[];
}

/** The declarations beside `editorialDecl` that are told in prose (TEI Guidelines, 2.3). */
const IN_PROSE = ['samplingDecl', 'refsDecl', 'styleDefDecl', 'metDecl', 'geoDecl', 'unitDecl', 'transcriptionDesc'];

/**
 * What `encodingDesc` declares beside the project, the editorial practice, schemas and programs: how the text was
 * sampled and is cited, how elements are used, which classes there are, how variants are encoded.
 */
export function otherDeclarations(encodingDesc: XmlElement | undefined): EncodingStatement[] {
  const statements = [
    ...elementsOf(encodingDesc, ...IN_PROSE).map((element) => ({
      kind: element.name,
      paragraphs: elementsOf(element, 'p', 'ab').map(proseOf),
    })),
    { kind: 'tagsDecl', paragraphs: usages(encodingDesc) },
    { kind: 'classDecl', paragraphs: elementsAt(encodingDesc, 'classDecl', 'taxonomy').map(taxonomyOf) },
    { kind: 'variantEncoding', paragraphs: elementsOf(encodingDesc, 'variantEncoding').map(variantsOf) },
  ];
  return statements
    .map(({ kind, paragraphs }) => ({ kind, paragraphs: paragraphs.filter((prose) => prose.length > 0) }))
    .filter(({ paragraphs }) => paragraphs.length > 0);
}

/** How an element is used, where the header says more than how often. */
function usages(encodingDesc: XmlElement | undefined): Prose[] {
  const direct = elementsAt(encodingDesc, 'tagsDecl', 'tagUsage');
  const spaced = elementsAt(encodingDesc, 'tagsDecl', 'namespace', 'tagUsage');
  return [...direct, ...spaced].flatMap((usage) => {
    const prose = proseOf(usage);
    return proseText(prose) === '' ? [] : [[...plain(`${usage.attributes.get('gi') ?? ''}: `), ...prose]];
  });
}

/** A taxonomy in a sentence: its name, and its categories. */
function taxonomyOf(taxonomy: XmlElement): Prose {
  const name = textOf(elementsOf(taxonomy, 'bibl', 'head', 'desc')[0]);
  const categories = elementsOf(taxonomy, 'category')
    .map((category) => textOf(elementsOf(category, 'catDesc', 'desc', 'gloss')[0]))
    .filter((text) => text !== '');
  return plain([name, categories.join('; ')].filter((text) => text !== '').join(': '));
}

function variantsOf(declaration: XmlElement): Prose {
  const said = ['method', 'location'].map((name) => declaration.attributes.get(name) ?? '');
  return plain(said.filter((text) => text !== '').join(', '));
}
