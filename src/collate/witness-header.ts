import { element, textOf, type TeiElement } from '../tei/node.js';
import { textElementsOf, type Reading } from './reading-text.js';
import type { Witness } from './witness.js';

/** Where the text of a witness comes from, as its own header says it: manuscripts and publications, as plain words. */
export function sourcesOf(root: TeiElement | undefined): TeiElement[] {
  const source = [...elementsNamed(root, 'sourceDesc')][0];
  const children = (source?.children ?? []).filter((node): node is TeiElement => node.kind === 'element');
  const described = children.filter(({ name }) =>
    ['msDesc', 'bibl', 'biblStruct', 'biblFull', 'p', 'ab'].includes(name),
  );
  // What a text was converted from is worth a word only where nothing else is known.
  const sources = described.filter(({ attributes }) => attributes['type'] !== 'file');
  const words = (sources.length === 0 ? described : sources).map(wordsOf).filter((text) => text !== '');
  return [...new Set(words)].map((text) => element('bibl', {}, [text]));
}

/** What an error of a witness was compared as, a sentence for each witness that has some. */
export function correctionsIn(witnesses: readonly Witness[], reading: Reading): string[] {
  return witnesses.flatMap(({ siglum, root }) => {
    const texts = root === undefined ? [] : textElementsOf(root);
    const corrected = texts.flatMap((text) => [...correctedIn(text)]);
    if (corrected.length === 0) return [];
    const said = corrected.map(({ sic, corr }) =>
      reading === 'edited' ? `“${corr}” for “${sic}”` : `“${sic}”, not “${corr}”`,
    );
    return [`In ${siglum} these words were compared: ${said.join('; ')}.`];
  });
}

function* correctedIn(text: TeiElement): Generator<{ readonly sic: string; readonly corr: string }> {
  for (const choice of elementsNamed(text, 'choice')) {
    const [sic] = elementsNamed(choice, 'sic');
    const [corr] = elementsNamed(choice, 'corr');
    if (sic !== undefined && corr !== undefined) yield { sic: wordsOf(sic), corr: wordsOf(corr) };
  }
}

function* elementsNamed(root: TeiElement | undefined, name: string): Generator<TeiElement> {
  for (const child of root?.children ?? []) {
    if (child.kind !== 'element') continue;
    if (child.name === name) yield child;
    yield* elementsNamed(child, name);
  }
}

function wordsOf(node: TeiElement): string {
  // Parts of a description are kept apart, whatever white space the file has between them.
  const parts = node.children.every(
    (child) => child.kind === 'element' || (child.kind === 'text' && child.text.trim() === ''),
  );
  const text = parts
    ? node.children.map((child) => (child.kind === 'element' ? wordsOf(child) : '')).filter((word) => word !== '')
    : [textOf(node)];
  return text.join(', ').replace(/\s+/gu, ' ').trim();
}
