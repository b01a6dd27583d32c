import { isMap, isNode, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { diagnostic, type Place, type Report } from '../diagnostics/diagnostic.js';
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

/**
 * Reads YAML 1.2 with the failsafe schema (maps, lists, strings). Keys without a value are as if they were not
 * there, so that a form half filled in can be read.
 *
 * @param text the file's text, line ends LF.
 * @returns undefined where the text is no YAML; the errors were reported with line and column.
 */
export function readYaml(file: string, text: string, report: Report): YamlSource | undefined {
  const source = sourceFileOf(file, text);
  const document = parseDocument(text, {
    schema: 'failsafe',
    prettyErrors: false,
    lineCounter: new LineCounter(),
    // Silent, it would keep a second document of the file to itself.
    logLevel: 'error',
  });
  const place = (start: number, end: number): Place => placeOf(source, { start, end });
  for (const error of [...document.errors, ...document.warnings]) {
    report(diagnostic('edition/yaml-syntax', `This is no YAML: ${error.message}.`, place(error.pos[0], error.pos[1])));
  }
  if (document.errors.length > 0 || document.warnings.length > 0) return undefined;

  if (reportAliases(document, place, report)) return undefined;
  return {
    data: withoutBlanks(document.toJS()) ?? {},
    placeOfValue: (path) => valuePlace(source, document, path),
    placeOfKey: (path) => keyPlace(source, document, path) ?? valuePlace(source, document, path),
  };
}

/**
 * Aliases (`*name`) are refused: a file that people write has no need of them, and a few lines of them can hold
 * themselves or swell without end. True where there was one.
 */
function reportAliases(document: Document, place: (start: number, end: number) => Place, report: Report): boolean {
  let isFound = false;
  visit(document, {
    Alias: (_, { source, range }) => {
      isFound = true;
      report(
        diagnostic('edition/yaml-syntax', `The alias “*${source}” is not read here.`, {
          ...place(range?.[0] ?? 0, range?.[1] ?? 0),
          help: 'Write the value itself.',
        }),
      );
    },
  });
  return isFound;
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
