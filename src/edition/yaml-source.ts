import { CST, isMap, isNode, isScalar, Lexer, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { diagnostic, type Diagnostic, type Place, type Report } from '../diagnostics/diagnostic.js';
import { placeOf, sourceFileOf, type SourceFile } from '../source/source-file.js';

/** The way to a value inside a YAML file: keys and positions in lists. */
export type YamlPath = readonly (string | number)[];

/** A YAML file as plain data, with the place of each value. */
export interface YamlSource {
  /** Maps, lists and strings. Every scalar is a string as written: `1956-10-30` and `0484` stay what they are. */
  readonly data: unknown;
  /** Where the value at a path stands; the nearest value above it where there is none. */
  placeOfValue(path: YamlPath): Place;
  /** Where the key at the end of a path stands. */
  placeOfKey(path: YamlPath): Place;
}

/** Deeper nesting is no form that people fill in, and some parsers of YAML run out of memory over it. */
const DEEPEST = 50;
/** How many faults of one file are told: after so many it is another file than was meant. */
const FAULTS_TOLD = 20;

/**
 * Reads YAML 1.2 with the failsafe schema (maps, lists, strings). Keys without a value are as if they were not
 * there, so that a form half filled in can be read.
 *
 * @param text the file's text, line ends LF.
 * @returns undefined where the text is no YAML; the errors were reported with line and column.
 */
export function readYaml(file: string, text: string, report: Report): YamlSource | undefined {
  const source = sourceFileOf(file, text);
  const place = (start: number, end: number): Place => placeOf(source, { start, end });
  const tooDeep = depthBeyond(text);
  if (tooDeep !== undefined) {
    report(
      diagnostic('edition/yaml-syntax', `Lists and maps are nested more than ${DEEPEST} deep here.`, {
        ...place(tooDeep, tooDeep + 1),
        help: 'Put a text that begins with brackets, hyphens or blanks into quotation marks.',
      }),
    );
    return undefined;
  }
  const document = parseDocument(text, {
    schema: 'failsafe',
    prettyErrors: false,
    lineCounter: new LineCounter(),
    // Its own check compares each key with all others; ours takes linear time.
    uniqueKeys: false,
    // Silent, it would keep a second document of the file to itself.
    logLevel: 'error',
  });
  const faults = [
    ...[...document.errors, ...document.warnings].map(({ code, message, pos }) =>
      diagnostic('edition/yaml-syntax', `This is no YAML: ${message}.`, { ...place(pos[0], pos[1]), ...cureOf(code) }),
    ),
    ...repeatedKeys(document, place),
    ...aliases(document, place),
  ];
  faults.slice(0, FAULTS_TOLD).forEach(report);
  if (faults.length > 0) return undefined;
  return {
    data: withoutBlanks(document.toJS()) ?? {},
    placeOfValue: (path) => valuePlace(source, document, path),
    placeOfKey: (path) => keyPlace(source, document, path) ?? valuePlace(source, document, path),
  };
}

/** The offset where a text nests deeper than {@link DEEPEST}; undefined for a text that does not. */
function depthBeyond(text: string): number | undefined {
  let offset = 0;
  let inFlow = 0;
  // Blanks and indicators before the first value of a line: each may open a list or map.
  let opened = 0;
  let atLineStart = true;
  for (const token of new Lexer().lex(text)) {
    const type = CST.tokenType(token);
    if (type === 'newline') {
      opened = 0;
      atLineStart = true;
    } else if (type === 'flow-seq-start' || type === 'flow-map-start') inFlow++;
    else if (type === 'flow-seq-end' || type === 'flow-map-end') inFlow--;
    else if (type === 'seq-item-ind' || type === 'explicit-key-ind') opened++;
    else if (type === 'space' && atLineStart) opened += token.length / 2;
    else atLineStart = false;
    // Blanks are nesting only before something that they indent.
    if (type !== 'space' && type !== 'comment' && inFlow + opened > DEEPEST) return offset;
    // The lexer's own marks (for the beginning of a document, a scalar, the end of a flow) are no characters of the text.
    if (type !== 'doc-mode' && type !== 'scalar' && type !== 'flow-error-end') offset += token.length;
  }
  return undefined;
}

/** What to do about the commonest faults, by the parser's code. */
const cures: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'Indent with blanks.',
  MULTIPLE_DOCS: 'Leave out the line “---” between the two.',
  BLOCK_AS_IMPLICIT_KEY: 'Put a value with “: ” in it into quotation marks.',
  BAD_INDENT: 'Keys of one map, and the hyphens of one list, stand under each other.',
  MISSING_CHAR:
    'Close what was opened; a value that begins with a quotation mark or bracket needs quotation marks around it.',
  BAD_SCALAR_START: 'Put the value into quotation marks.',
};

function cureOf(code: string): { help?: string } {
  const help = cures[code];
  return help === undefined ? {} : { help };
}

/** The keys that a map has already. */
function repeatedKeys(document: Document, place: (start: number, end: number) => Place): Diagnostic[] {
  const found: Diagnostic[] = [];
  visit(document, {
    Map: (_, map) => {
      const firsts = new Map<string, number>();
      for (const { key } of map.items) {
        if (!isScalar(key) || typeof key.value !== 'string' || key.range == null) continue;
        const first = firsts.get(key.value);
        if (first === undefined) firsts.set(key.value, key.range[0]);
        else {
          const { line } = place(first, first).position ?? { line: 0 };
          const message = `The key “${key.value}” stands here again; line ${line} has it already.`;
          const help = 'Write the key once; several values are a list.';
          found.push(diagnostic('edition/yaml-syntax', message, { ...place(key.range[0], key.range[1]), help }));
        }
      }
    },
  });
  return found;
}

/**
 * Aliases (`*name`) are refused: a file that people write has no need of them, and a few lines of them can hold
 * themselves or swell without end.
 */
function aliases(document: Document, place: (start: number, end: number) => Place): Diagnostic[] {
  const found: Diagnostic[] = [];
  visit(document, {
    Alias: (_, { source, range }) => {
      found.push(
        diagnostic('edition/yaml-syntax', `The alias “*${source}” is not read here.`, {
          ...place(range?.[0] ?? 0, range?.[1] ?? 0),
          help: 'Write the value itself.',
        }),
      );
    },
  });
  return found;
}

function valuePlace(source: SourceFile, document: Document, path: YamlPath): Place {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range != null) return placeOf(source, { start: node.range[0], end: node.range[1] });
  }
  return { file: source.path };
}

function keyPlace(source: SourceFile, document: Document, path: YamlPath): Place | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  for (const { key } of parent.items) {
    if (isScalar(key) && key.value === path.at(-1) && key.range != null) {
      return placeOf(source, { start: key.range[0], end: key.range[1] });
    }
  }
  return undefined;
}

/** The data without keys that have no value; undefined where nothing is left of a value. */
function withoutBlanks(value: unknown): unknown {
  if (value === '' || value === null) return undefined;
  // An item without a value stays in its place, so that the items after it keep theirs; the schema refuses it.
  if (Array.isArray(value)) return value.map(withoutBlanks);
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, withoutBlanks(inner)] as const);
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined));
}
