import { attribute, descendants, isTei, plainText, readXmlTree, teiChildren, type XmlElement } from './xml-tree.js';

/** What the TEI Guidelines say of one element, in brief. */
export interface VocabularyEntry {
  /** The module that has it, such as `core`. */
  readonly module: string;
  /** What its name stands for, in English; absent where the name is a plain word. */
  readonly gloss?: string;
  /** The first words of its description. */
  readonly description: string;
  /** The section of the Guidelines: a page and an anchor below `TeiVocabulary.guidelines`, such as `CO.html#COPA`. */
  readonly section?: string;
  /** That section's heading. */
  readonly title?: string;
  /** The model classes that it is a member of, as its specification lists them. */
  readonly classes: readonly string[];
}

/** Every element of one version of the TEI, for the words of messages. */
export interface TeiVocabulary {
  /** The version, such as `4.9.0a`. */
  readonly version: string;
  /** The address that sections are relative to. */
  readonly guidelines: string;
  readonly elements: Readonly<Record<string, VocabularyEntry>>;
}

/** Longest description that is kept whole; a longer one is cut after a word. */
const LONGEST = 100;

/**
 * Derives the vocabulary from the TEI's own source.
 *
 * @param p5subset the text of a version's `p5subset.xml`.
 * @throws Error where the text cannot be read.
 */
export function teiVocabulary(p5subset: string): TeiVocabulary {
  const tree = readXmlTree(p5subset, (local, attributes) => {
    if (local === 'exemplum' || local === 'remarks') return true;
    return (local === 'desc' || local === 'gloss') && languageOf(attributes) !== 'en';
  });
  if (tree.root === undefined) throw new Error(`The TEI's source cannot be read: ${tree.fault.message}.`);
  const sections = sectionsOf(tree.root);
  const elements: Record<string, VocabularyEntry> = {};
  const specs = [...descendants(tree.root)].filter((each) => isTei(each, 'elementSpec'));
  const identOf = (spec: XmlElement): string => attribute(spec, 'ident') ?? '';
  specs.sort((a, b) => (identOf(a) < identOf(b) ? -1 : 1));
  for (const spec of specs) elements[identOf(spec)] = entryOf(spec, sections);
  return {
    version: versionOf(tree.root),
    guidelines: 'https://tei-c.org/release/doc/tei-p5-doc/en/html/',
    elements,
  };
}

/** The vocabulary as JSON with a line for each element, so that a difference shows which changed. */
export function serializeVocabulary({ version, guidelines, elements }: TeiVocabulary): string {
  const lines = Object.entries(elements).map(([name, entry]) => `${JSON.stringify(name)}:${JSON.stringify(entry)}`);
  const head = `{"version":${JSON.stringify(version)},"guidelines":${JSON.stringify(guidelines)},"elements":{`;
  return `${head}\n${lines.join(',\n')}\n}}\n`;
}

/** The version that a file of the TEI's source says it is; an empty string where it does not say. */
export function versionOf(root: XmlElement): string {
  for (const element of descendants(root)) {
    // The header's edition statement refers to the readme of its version.
    const target = isTei(element, 'ref') ? attribute(element, 'target') : undefined;
    if (target !== undefined && /readme-\d/.test(target)) return plainText(element);
  }
  return '';
}

interface Section {
  readonly address: string;
  readonly title: string;
}

/** The divisions of the Guidelines by their identifiers; each outermost one is a page of its own. */
function sectionsOf(root: XmlElement): ReadonlyMap<string, Section> {
  const sections = new Map<string, Section>();
  const visit = (element: XmlElement, page: string | undefined): void => {
    let own = page;
    if (isTei(element, 'div')) {
      const id = attribute(element, 'xml:id');
      own ??= id;
      const heading = teiChildren(element, 'head')[0];
      if (id !== undefined && own !== undefined) {
        const address = id === own ? `${own}.html` : `${own}.html#${id}`;
        sections.set(id, { address, title: heading === undefined ? '' : plainText(heading) });
      }
    }
    for (const child of element.children) if (child.kind === 'element') visit(child, own);
  };
  visit(root, undefined);
  return sections;
}

function entryOf(spec: XmlElement, sections: ReadonlyMap<string, Section>): VocabularyEntry {
  const [gloss] = teiChildren(spec, 'gloss');
  const [description] = teiChildren(spec, 'desc');
  const [section] = teiChildren(spec, 'listRef')
    .flatMap((list) => teiChildren(list, 'ptr'))
    .flatMap((pointer) => sections.get((attribute(pointer, 'target') ?? '').slice(1)) ?? []);
  const members = teiChildren(spec, 'classes').flatMap((classes) => teiChildren(classes, 'memberOf'));
  const shortGloss = gloss === undefined ? '' : plainText(gloss);
  return {
    module: attribute(spec, 'module') ?? '',
    ...(shortGloss === '' ? {} : { gloss: shortGloss }),
    description: description === undefined ? '' : shortened(plainText(description)),
    ...(section === undefined ? {} : { section: section.address, title: section.title }),
    classes: members.map((member) => attribute(member, 'key') ?? '').filter((key) => key.startsWith('model.')),
  };
}

function shortened(text: string): string {
  if (text.length <= LONGEST) return text.replace(/\.$/, '');
  return `${text.slice(0, text.lastIndexOf(' ', LONGEST)).replace(/[,;:(]$/, '')} …`;
}

function languageOf(attributes: XmlElement['attributes']): string | undefined {
  return attributes.find(({ name }) => name === 'xml:lang')?.value;
}
