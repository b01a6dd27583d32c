import { textOf, type TeiElement } from '../../tei/node.js';

/** A witness as an apparatus names it. */
export interface Witness {
  /** What `@wit` says for it: `#x-witness-A`. */
  readonly pointer: string;
  readonly siglum: string;
  /** The title of its text, or what the list of witnesses says of it. */
  readonly title: string;
  /** What the list says beside the title, the source of the text above all. */
  readonly remark: string;
  /** The address of its TEI file, seen from the apparatus's; empty where none is given. */
  readonly href: string;
}

/** The witnesses of a TEI document: those that it lists, or, without a list, those that its readings name. */
export function witnessesOf(root: TeiElement): Witness[] {
  const listed = elementsNamed(root, 'witness').filter((each) => each.attributes['xml:id'] !== undefined);
  if (listed.length > 0) return listed.map(witnessOf);
  const readings = ['lem', 'rdg'].flatMap((name) => elementsNamed(root, name));
  const pointers = new Set(readings.flatMap((reading) => pointersIn(reading.attributes['wit'])));
  return [...pointers].sort().map((pointer) => {
    const siglum = pointer.slice(pointer.indexOf('#') + 1);
    return { pointer, siglum, title: siglum, remark: '', href: '' };
  });
}

/** The pointers in an attribute; white space divides them. */
export function pointersIn(attribute: string | undefined): string[] {
  return (attribute ?? '').split(/\s+/u).filter((pointer) => pointer !== '');
}

function witnessOf(witness: TeiElement): Witness {
  const id = witness.attributes['xml:id'] ?? '';
  const [reference] = elementsNamed(witness, 'ref');
  const title = collapsed(reference ?? { ...witness, children: withoutSiglum(witness) });
  const remarks = witness.children.filter((child) => child.kind === 'element' && child.name === 'bibl');
  return {
    pointer: `#${id}`,
    siglum: witness.attributes['n'] ?? id,
    title: title === '' ? id : title,
    remark: reference === undefined ? '' : remarks.map(collapsed).join(' '),
    href: reference?.attributes['target'] ?? '',
  };
}

function withoutSiglum({ children }: TeiElement): TeiElement['children'] {
  return children.filter((child) => child.kind !== 'element' || !['idno', 'abbr'].includes(child.name));
}

function collapsed(node: TeiElement['children'][number]): string {
  return textOf(node)
    .replace(/\s+/gu, ' ')
    .replace(/^[\s:]+/u, '')
    .trim();
}

/** The elements of a name inside another, in the order of the document. */
export function elementsNamed(root: TeiElement, name: string): TeiElement[] {
  return root.children.flatMap((child) =>
    child.kind !== 'element' ? [] : [...(child.name === name ? [child] : []), ...elementsNamed(child, name)],
  );
}
