import { collateWitnesses, type CollatedDocument } from '../../src/collate/document.js';
import { textOfPlain } from '../../src/collate/witness.js';
import type { TeiElement } from '../../src/tei/node.js';

/** Collates plain texts; their sigla are A, B, C …. */
export function collatePlain(...texts: readonly string[]): CollatedDocument {
  return collateWitnesses({
    id: 'x',
    witnesses: texts.map((text, index) => ({
      siglum: String.fromCharCode(65 + index),
      title: `Text ${index + 1}`,
      href: `${index}.txt`,
      texts: [textOfPlain(text)],
    })),
    reading: 'edited',
    relocate: (address) => address,
    toolVersion: '1.0.0',
  });
}

/** The `text` element of a collation. */
export function textOfDocument({ root }: CollatedDocument): TeiElement {
  const text = root.children.find((node): node is TeiElement => node.kind === 'element' && node.name === 'text');
  if (text === undefined) throw new Error('the collation has no text');
  return text;
}

/** The body of a collation as it is written, without ids. */
export function bodyOf({ xml }: CollatedDocument): string {
  const body = /<body>([\s\S]*)<\/body>/u.exec(xml)?.[1] ?? '';
  return body
    .replace(/ xml:id="[^"]*"/gu, '')
    .replace(/#x-witness-/gu, '')
    .trim();
}
