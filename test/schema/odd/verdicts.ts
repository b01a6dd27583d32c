import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { namespaces } from '../../../src/xml/namespaces.js';
import { randomNumbers, RandomDocuments, type Element } from './random-document.js';

/** Runs a check in a folder of its own, which is removed afterwards. */
export function inFolder<Result>(check: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'editio-odd-'));
  try {
    return check(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The numbers of the documents that jing finds valid by a grammar, given as a text or as a path. */
export function validByJing(
  folder: string,
  grammar: { text: string } | { path: string },
  documents: readonly string[],
): Set<number> {
  const schema = 'path' in grammar ? grammar.path : join(folder, 'grammar.rng');
  if ('text' in grammar) writeFileSync(schema, grammar.text);
  const files = documents.map((document, index) => {
    const path = join(folder, `${String(index)}.xml`);
    writeFileSync(path, document);
    return path;
  });
  const { stdout, stderr } = spawnSync('jing', [schema, ...files], { encoding: 'utf8', maxBuffer: 1 << 30 });
  const refused = new Set<number>();
  for (const line of `${stdout}${stderr}`.split('\n')) {
    const number = /\/(\d+)\.xml:/.exec(line)?.[1];
    if (number !== undefined) refused.add(Number(number));
    else if (/error|fatal/.test(line)) throw new Error(`jing cannot use the grammar: ${line}`);
  }
  return new Set(documents.flatMap((_, index) => (refused.has(index) ? [] : [index])));
}

/** Documents that a grammar accepts, and after each the same with something changed, which it may refuse. */
export function documentsOf(grammar: string, count: number, seed: number): string[] {
  const random = randomNumbers(seed);
  const source = new RandomDocuments(grammar, random);
  const names = source.elementNames;
  return Array.from({ length: count }, () => {
    const document = source.next();
    const sound = serialized(document);
    for (let times = 1 + source.below(2); times > 0; times--) change(document, names, source);
    return [sound, serialized(document)];
  }).flat();
}

/** Changes one thing in a document. */
function change(root: Element, names: readonly string[], chance: Chance): void {
  const below = (limit: number): number => chance.below(limit);
  const pick = <Item>(items: readonly Item[]): Item => chance.pick(items);
  const all = elementsIn(root);
  const chosen = pick(all);
  const place = below(chosen.children.length + 1);
  const other = pick(all);
  switch (below(9)) {
    case 0:
      chosen.children.splice(place, 1);
      break;
    case 1:
      chosen.children.push(...chosen.children.slice(place, place + 1));
      break;
    case 2:
      chosen.children.reverse();
      break;
    case 3:
      chosen.name = pick(names);
      break;
    case 4:
      chosen.children.splice(place, 0, {
        name: pick(names),
        namespace: namespaces.tei,
        attributes: new Map(),
        children: [],
      });
      break;
    case 5:
      chosen.children.splice(place, 0, 'stray text');
      break;
    case 6:
      for (const [name, value] of other.attributes) if (name !== 'xml:id') chosen.attributes.set(name, value);
      break;
    case 7:
      for (const name of chosen.attributes.keys())
        chosen.attributes.set(name, pick(['', 'two words', '1', '1956-02-30', 'a:b']));
      break;
    default:
      for (const name of [...chosen.attributes.keys()].slice(0, 1)) chosen.attributes.delete(name);
  }
}

type Chance = Pick<RandomDocuments, 'below' | 'pick'>;

function elementsIn(root: Element): Element[] {
  return [root, ...root.children.flatMap((child) => (typeof child === 'string' ? [] : elementsIn(child)))];
}

function serialized(element: Element, outer = ''): string {
  const namespace = element.namespace === outer ? '' : ` xmlns="${element.namespace}"`;
  const attributes = [...element.attributes].map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');
  const content = element.children.map((child) =>
    typeof child === 'string' ? escaped(child) : serialized(child, element.namespace),
  );
  return `<${element.name}${namespace}${attributes}>${content.join('')}</${element.name}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
