import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { TeiElement } from '../../../src/tei/node.js';
import { parseTei } from '../../../src/tei/parse.js';
import {
  pointerAttributes,
  pointersIn,
  type PointerCount,
} from '../../../src/validate/references/pointer-attributes.js';

const specifications = join(process.env['EDITIO_TEI'] ?? '../shared/tei', 'p5subset.xml');
const isThere = existsSync(specifications);
const compare = it.skipIf(!isThere && process.env['CI'] !== 'true');
const skipped = isThere ? '' : ` [needs ${specifications} (EDITIO_TEI names its folder)]`;

function* descendants(element: TeiElement): Generator<TeiElement> {
  for (const child of element.children) {
    if (child.kind !== 'element') continue;
    yield child;
    yield* descendants(child);
  }
}

const childNamed = (element: TeiElement, name: string): TeiElement | undefined =>
  element.children.find((child): child is TeiElement => child.kind === 'element' && child.name === name);

/** The attributes that a specification defines itself: pointers with their count, `other` for the rest. */
function definedBy(specification: TeiElement): Map<string, PointerCount | 'other' | 'deleted' | undefined> {
  const list = childNamed(specification, 'attList');
  const defined = new Map<string, PointerCount | 'other' | 'deleted' | undefined>();
  for (const definition of list === undefined ? [] : descendants(list)) {
    if (definition.name !== 'attDef') continue;
    const datatype = childNamed(definition, 'datatype');
    const isPointer =
      datatype !== undefined && childNamed(datatype, 'dataRef')?.attributes['key'] === 'teidata.pointer';
    const many = (datatype?.attributes['maxOccurs'] ?? '1') === '1' ? 'one' : 'list';
    const hasType = datatype !== undefined || childNamed(definition, 'valList') !== undefined;
    const kind = isPointer ? many : hasType ? 'other' : undefined;
    defined.set(definition.attributes['ident'] ?? '', definition.attributes['mode'] === 'delete' ? 'deleted' : kind);
  }
  return defined;
}

/** What each element's attributes are, those of its classes included. */
function attributesOfTei(): Map<string, Map<string, PointerCount | 'other' | 'deleted' | undefined>> {
  const { document } = parseTei(readFileSync(specifications, 'utf8'));
  if (document === undefined) throw new Error(`${specifications} cannot be read.`);
  const all = [...descendants(document.root)];
  const classes = new Map(
    all.filter(({ name }) => name === 'classSpec').map((found) => [found.attributes['ident'] ?? '', found]),
  );
  const attributesOf = (specification: TeiElement): Map<string, PointerCount | 'other' | 'deleted' | undefined> => {
    const memberships = childNamed(specification, 'classes')?.children ?? [];
    const inherited = memberships.flatMap((member) => {
      const found = member.kind === 'element' ? classes.get(member.attributes['key'] ?? '') : undefined;
      return found?.attributes['type'] === 'atts' ? [...attributesOf(found)] : [];
    });
    // A change that says no datatype keeps that of the class.
    const own = [...definedBy(specification)].filter(([, kind]) => kind !== undefined);
    return new Map([...inherited, ...own]);
  };
  return new Map(
    all
      .filter(({ name }) => name === 'elementSpec')
      .map((found) => [found.attributes['ident'] ?? '', attributesOf(found)]),
  );
}

compare(`the pointers are those of the TEI’s specifications${skipped}`, () => {
  const differences: string[] = [];
  const names = new Set<string>();
  const elements = attributesOfTei();
  for (const [element, attributes] of elements) {
    for (const [attribute, kind] of attributes) {
      if (attribute === 'xml:base') continue;
      const wanted = kind === 'one' || kind === 'list' ? kind : undefined;
      if (wanted !== undefined) names.add(attribute);
      const said = pointersIn(element, attribute);
      if (said !== wanted) differences.push(`${element}/@${attribute}: ${String(said)}, not ${String(wanted)}`);
    }
  }
  expect(differences).toEqual([]);
  expect(elements.size).toBeGreaterThan(500);
  expect(pointerAttributes().filter((name) => !names.has(name))).toEqual([]);
});

it('the pointers of well-known places', () => {
  expect(pointersIn('ref', 'target')).toBe('list');
  expect(pointersIn('graphic', 'url')).toBe('one');
  expect(pointersIn('app', 'from')).toBe('one');
  expect(pointersIn('date', 'from')).toBeUndefined();
  expect(pointersIn('name', 'key')).toBeUndefined();
  expect(pointersIn('TEI', 'constructor')).toBeUndefined();
});
