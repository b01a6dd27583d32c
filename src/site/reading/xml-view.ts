import { XMLParser } from 'fast-xml-parser';

/**
 * A TEI file as plain objects for view data. Reading only: the file has passed the gate, which alone judges
 * well-formedness; what this parser accepts or leaves out decides nothing.
 */
export interface XmlElement {
  /** Local name: a prefix is left out. */
  readonly name: string;
  /** Attributes by their names as written (`xml:id`), references decoded. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Elements and text in the order of the file. */
  readonly children: readonly (XmlElement | string)[];
}

const ATTRIBUTES = ':@';
const TEXT = '#text';
const CDATA = '#cdata';

/** The deepest nesting that the gate lets through. */
const MAXIMUM_DEPTH = 256;

/**
 * Reads a file into one element without a name that holds the root.
 *
 * @throws whatever the parser throws for a text that is no XML; callers turn that into a diagnostic.
 */
export function readXml(xml: string): XmlElement {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    ignoreDeclaration: true,
    ignorePiTags: true,
    processEntities: false,
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    textNodeName: TEXT,
    cdataPropName: CDATA,
    maxNestedTags: MAXIMUM_DEPTH,
  });
  const parsed: unknown = parser.parse(xml);
  return { name: '', attributes: new Map(), children: childrenOf(parsed) };
}

/** Turns the parser's ordered form (`[{name: [...], ':@': {...}}, {'#text': '...'}]`) into elements and text. */
function childrenOf(ordered: unknown): (XmlElement | string)[] {
  if (!Array.isArray(ordered)) return [];
  const children: (XmlElement | string)[] = [];
  for (const item of ordered as unknown[]) {
    if (!isObject(item)) continue;
    for (const [key, value] of Object.entries(item)) {
      if (key === ATTRIBUTES) continue;
      if (key === TEXT) children.push(decodeReferences(String(value)));
      else if (key === CDATA) children.push(cdataText(value));
      else
        children.push({
          name: localName(key),
          attributes: attributesOf(item[ATTRIBUTES]),
          children: childrenOf(value),
        });
    }
  }
  return children;
}

function attributesOf(value: unknown): Map<string, string> {
  const attributes = new Map<string, string>();
  if (isObject(value))
    for (const [name, raw] of Object.entries(value)) attributes.set(name, decodeReferences(String(raw)));
  return attributes;
}

/** CDATA sections hold no references: their text is taken as it stands. */
function cdataText(value: unknown): string {
  if (!Array.isArray(value)) return '';
  const parts = (value as unknown[]).map((part) => (isObject(part) ? part[TEXT] : undefined));
  return parts.filter((part) => typeof part === 'string').join('');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const PREDEFINED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Decodes character references and the five predefined entities (XML 1.0, sections 4.1 and 4.6). */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (typeof name === 'string') return PREDEFINED[name] ?? whole;
    const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The child elements, those of one name where a name is given. */
export function elementsOf(parent: XmlElement | undefined, ...names: readonly string[]): XmlElement[] {
  if (parent === undefined) return [];
  return parent.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (names.length === 0 || names.includes(child.name)),
  );
}

/** The elements reached by a path of names, in document order (`'fileDesc', 'titleStmt', 'title'`). */
export function elementsAt(parent: XmlElement | undefined, ...path: readonly string[]): XmlElement[] {
  let level = parent === undefined ? [] : [parent];
  for (const name of path) level = level.flatMap((element) => elementsOf(element, name));
  return level;
}

/** All elements of the given names at any depth, in document order; the search goes on inside a match. */
export function descendants(parent: XmlElement | undefined, ...names: readonly string[]): XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of elementsOf(parent)) {
    if (names.includes(child.name)) found.push(child);
    found.push(...descendants(child, ...names));
  }
  return found;
}

/** The text of an element, white space collapsed. */
export function textOf(element: XmlElement | undefined): string {
  return element === undefined ? '' : collapse(rawText(element));
}

function rawText(element: XmlElement): string {
  if (element.name === 'lb' && element.attributes.get('break') !== 'no') return ' ';
  return contentOf(element)
    .map((child) => (typeof child === 'string' ? child : rawText(child)))
    .join('');
}

/** What divides the parts of an element that holds elements only, where nobody has written what does. */
const DIVIDERS: Readonly<Record<string, string>> = {
  ...named('author editor persName name orgName publisher funder language respStmt idno address', ' '),
  ...named('bibl biblStruct biblFull monogr analytic imprint titleStmt publicationStmt seriesStmt series', ', '),
};
/** Parts that tell machines who or what is meant, in an element that names it in words. */
const UNSAID: Readonly<Record<string, ReadonlySet<string>>> = {
  author: new Set(['idno']),
  editor: new Set(['idno']),
  persName: new Set(['idno']),
  publisher: new Set(['idno', 'email']),
  language: new Set(['idno']),
  bibl: new Set(['availability']),
  publicationStmt: new Set(['availability']),
};

/**
 * The content of an element as it is read in words: a name or a bibliographic record that holds elements only has
 * its parts divided, and a surname before its forename has a comma after it. Other elements are read as they stand.
 */
export function contentOf(element: XmlElement): readonly (XmlElement | string)[] {
  const { name, children } = element;
  const divider = DIVIDERS[name];
  if (divider === undefined) return children;
  if (children.some((child) => typeof child === 'string' && collapse(child) !== '')) return children;
  const parts = elementsOf(element).filter((part) => UNSAID[name]?.has(part.name) !== true && hasWords(part));
  return parts.flatMap((part, index) => {
    if (index === 0) return [part];
    const isInverted = index === 1 && parts[0]?.name === 'surname' && part.name === 'forename';
    return [isInverted ? ', ' : divider, part];
  });
}

function hasWords({ name, attributes, children }: XmlElement): boolean {
  if (name === 'ptr') return attributes.has('target');
  return children.some((child) => (typeof child === 'string' ? collapse(child) !== '' : hasWords(child)));
}

function named(names: string, divider: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((name) => [name, divider]));
}

/** Runs of XML white space as one blank, none at the ends. Other spaces (no-break) are characters of the text. */
export function collapse(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
}
