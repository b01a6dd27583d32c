import fc from 'fast-check';

/** Names to make documents of: those that a schema speaks of. */
export interface Vocabulary {
  readonly elements: readonly string[];
  readonly attributes: readonly string[];
  readonly values: readonly string[];
}

/** The names and values that stand in a schema's expressions, so that documents made of them concern its rules. */
export function vocabularyOf(schema: string): Vocabulary {
  const all = (pattern: RegExp): string[] => [...new Set([...schema.matchAll(pattern)].map((match) => match[1] ?? ''))];
  return {
    elements: all(/\btei:([a-zA-Z]\w*)/g),
    attributes: all(/@((?:xml:)?[a-zA-Z]\w*)/g).filter((name) => !name.startsWith('xml:') || name === 'xml:id'),
    values: [
      ...all(/'([\w#.:/ -]{1,20})'/g),
      '#id1',
      '#id2',
      '#id3 #id4',
      'id1',
      '1',
      '-1',
      '2000-01-01',
      'http://a.example/',
    ],
  };
}

interface Tree {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Tree | string)[];
}

/** Documents of TEI elements in any order and depth; hardly ever valid, always well-formed. */
export function randomTei({ elements, attributes, values }: Vocabulary): fc.Arbitrary<string> {
  const value = fc.constantFrom(...values);
  const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.record({
      name: fc.constantFrom(...elements),
      attributes: fc.dictionary(fc.constantFrom(...attributes), value, { maxKeys: 4 }),
      children: fc.array(
        fc.oneof({ maxDepth: 6 }, fc.constantFrom('text', ' ', '<!-- c -->'), tie('tree'), tie('tree')),
        {
          maxLength: 6,
        },
      ),
    }),
  }));
  return fc.array(tree, { minLength: 8, maxLength: 24 }).map((trees) => {
    let ids = 0;
    const write = (node: Tree | string): string => {
      if (typeof node === 'string') return node;
      const { 'xml:id': id, ...rest } = node.attributes;
      const written = Object.entries({ ...rest, ...(id === undefined ? {} : { 'xml:id': `id${++ids}` }) });
      const start = `<${node.name}${written.map(([name, each]) => ` ${name}="${each}"`).join('')}`;
      return node.children.length === 0
        ? `${start}/>\n`
        : `${start}>${node.children.map(write).join('')}</${node.name}>`;
    };
    return `<TEI xmlns="http://www.tei-c.org/ns/1.0">${trees.map(write).join('')}</TEI>`;
  });
}
