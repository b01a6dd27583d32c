import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { compileOdd, type CompiledSchema } from '../../../src/schema/index.js';
import { attribute, descendants, readXmlTree, type XmlElement, type XmlNode } from '../../../src/schema/xml-tree.js';
import { needsJing, teiPath, teiText, withJing } from './tei-data.js';
import { documentsOf, inFolder, validByJing } from './verdicts.js';

const FOLDER = 'test/schema/odd/samples';
const EXAMPLES = 'http://www.tei-c.org/ns/Examples';
const TEI = 'http://www.tei-c.org/ns/1.0';

/** An example of a sample ODD as a whole document, and whether its author says that it is valid. */
interface Example {
  readonly document: string;
  readonly isValid: boolean;
}

/** The examples of an ODD (`egXML` with @valid), each in the body of a document. */
function examplesOf(odd: string): Example[] {
  const { root } = readXmlTree(odd);
  if (root === undefined) throw new Error('The ODD is not well-formed.');
  return [...descendants(root)]
    .filter(({ local, namespace }) => local === 'egXML' && namespace === EXAMPLES)
    .map((example) => ({
      isValid: attribute(example, 'valid') === 'true',
      document: `<TEI xmlns="${TEI}"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body>${bodyOf(example)}</body></text></TEI>`,
    }));
}

/** Manuscript descriptions stand in the body as well, since the samples need no more. */
function bodyOf(example: XmlElement): string {
  return example.children.map((child) => serialized(child)).join('');
}

function serialized(node: XmlNode): string {
  if (node.kind === 'text') return node.text.trim() === '' ? '' : node.text;
  const { local, prefix } = { local: node.local, prefix: node.name.includes(':') ? node.name.split(':')[0] : '' };
  const namespace = node.namespace === EXAMPLES ? TEI : node.namespace;
  const others = [...node.scope].filter(([each, uri]) => each !== '' && uri.startsWith('http://example.org/'));
  const declarations = [
    ...(prefix === '' ? [` xmlns="${namespace}"`] : []),
    ...others.map(([each, uri]) => ` xmlns:${each}="${uri}"`),
  ];
  const name = prefix === '' ? local : node.name;
  const attributes = node.attributes
    .filter((each) => !each.name.startsWith('xmlns'))
    .map((each) => ` ${each.name}="${each.value}"`);
  return `<${name}${declarations.join('')}${attributes.join('')}>${node.children.map(serialized).join('')}</${name}>`;
}

function compiled(name: string): CompiledSchema {
  const odd = { path: name, text: readFileSync(`${FOLDER}/${name}`, 'utf8') };
  return compileOdd({ odd, p5subset: { path: 'p5subset.xml', text: teiText('p5subset.xml') } });
}

const names = readdirSync(FOLDER).filter((name) => name.endsWith('.odd'));

describe('the samples of customisations', () => {
  for (const name of names) {
    withJing(`${name} accepts and refuses the examples as it says itself${needsJing}`, () => {
      const { rng, diagnostics } = compiled(name);
      expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
      const examples = examplesOf(readFileSync(`${FOLDER}/${name}`, 'utf8'));
      expect(examples.length).toBeGreaterThan(8);
      const valid = inFolder((folder) =>
        validByJing(
          folder,
          { text: rng },
          examples.map(({ document }) => document),
        ),
      );
      const wrong = examples.filter(({ isValid }, index) => isValid !== valid.has(index));
      expect(wrong.map(({ document, isValid }) => `${isValid ? 'refused' : 'accepted'}: ${document}`)).toEqual([]);
    });
  }

  withJing(`drama.odd only restricts the TEI: what it accepts, tei_all accepts${needsJing}`, () => {
    const documents = documentsOf(compiled('drama.odd').rng, 25, 7).filter((_, index) => index % 2 === 0);
    const valid = inFolder((folder) => validByJing(folder, { path: teiPath('tei_all.rng') }, documents));
    expect(documents.filter((_, index) => !valid.has(index))).toEqual([]);
  });

  withJing(`drama.odd is a valid TEI document itself, as are the others${needsJing}`, () => {
    const texts = names.map((name) => readFileSync(`${FOLDER}/${name}`, 'utf8'));
    expect(inFolder((folder) => validByJing(folder, { path: teiPath('tei_all.rng') }, texts)).size).toBe(names.length);
  });
});
