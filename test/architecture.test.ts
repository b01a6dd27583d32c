import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { houseFaults, wordingFaults } from './architecture/house-rules.js';
import { importCircle, importFaults, importsOf, layers, type SourceText } from './architecture/layers.js';

/** The texts below a folder, their paths relative to `root`. */
function textsIn(folder: string, root: string, leftOut: readonly string[] = []): SourceText[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      const shown = relative(root, path).split(sep).join('/');
      if (leftOut.includes(shown)) return [];
      if (statSync(path).isDirectory()) return textsIn(path, root, leftOut);
      return [{ path: shown, text: readFileSync(path, 'utf8') }];
    });
}

const source = textsIn('src', 'src');
// Texts that others wrote (seeds, and what is made of them) may name whatever they do.
const notOurs = ['.git', '.editio', 'node_modules', 'dist', 'coverage', 'seeds', 'tei', 'test/golden'];

describe('the imports of src', () => {
  it('point down the list of layers', () => {
    expect(source.flatMap(importFaults)).toEqual([]);
  });

  it('never go round in a circle', () => {
    expect(importCircle(source)).toBeUndefined();
  });

  it('are drawn in ARCHITECTURE.md in the same order', () => {
    const plan = readFileSync('ARCHITECTURE.md', 'utf8');
    const drawn = [...plan.matchAll(/^ {4}src\/|^ {6}([a-z]+)(?:\/|\.ts)\s/gmu)].flatMap((match) => match[1] ?? []);
    expect(drawn).toEqual(
      layers.filter((layer) => source.some(({ path }) => path.startsWith(`${layer}/`) || path === `${layer}.ts`)),
    );
  });
});

describe('the files of src', () => {
  it('keep the rules of the house', () => {
    expect(source.flatMap(houseFaults)).toEqual([]);
  });
});

describe('the files of the project', () => {
  it('speak of the project alone', () => {
    expect(textsIn('.', '.', notOurs).flatMap(wordingFaults)).toEqual([]);
  });
});

describe('each rule has something that trips it', () => {
  const faultsOf = (path: string, text: string): string[] => [
    ...importFaults({ path, text }),
    ...houseFaults({ path, text }),
  ];

  it.each([
    ['tei/x.ts', "import { f } from '../site/page.js';", 'tei/x.ts imports site/page.ts, which stands above it'],
    ['tei/x.ts', "import type { F } from '../convert.js';", 'tei/x.ts imports convert.ts, which stands above it'],
    [
      'tei/x.ts',
      "import {\n  f,\n  g,\n} from '../pipeline.js';",
      'tei/x.ts imports pipeline.ts, which stands above it',
    ],
    ['tei/x.ts', "export { f } from '../index.js';", 'tei/x.ts imports index.ts, which stands above it'],
    ['tei/x.ts', "const m = await import('../cli.js');", 'tei/x.ts imports cli.ts, which stands above it'],
    [
      'tei/x.ts',
      "import '../transform/transform.js';",
      'tei/x.ts imports transform/transform.ts, which stands above it',
    ],
    [
      'diagnostics/x.ts',
      "import { overlaps } from '../source/span.js';",
      'diagnostics/x.ts imports source/span.ts, which stands above it',
    ],
    [
      'diagnostics/x.ts',
      "import type { S } from '../source/passage.js';",
      'diagnostics/x.ts imports source/passage.ts, which stands above it',
    ],
    [
      'tei/x.ts',
      "import { f } from '../elsewhere/page.js';",
      'tei/x.ts imports elsewhere/page.ts, which stands in no layer',
    ],
    ['elsewhere/x.ts', '', 'elsewhere/x.ts stands in no layer'],
    ['tei/x.ts', 'const a = 1;\n'.repeat(251), 'tei/x.ts has 251 lines; 250 are the limit'],
    ['tei/utils.ts', '', 'tei/utils.ts is not named by what it is about'],
    ['tei/text-helpers.ts', '', 'tei/text-helpers.ts is not named by what it is about'],
    ['tei/misc/x.ts', '', 'tei/misc/x.ts is not named by what it is about'],
    ['tei/x.ts', "console.log('a');", 'tei/x.ts prints, which only cli.ts does'],
    ['tei/x.ts', "process.stderr.write('a');", 'tei/x.ts prints, which only cli.ts does'],
    ['tei/x.ts', 'const a: any = 1;', 'tei/x.ts has the type any'],
    ['tei/x.ts', 'const a = b as any;', 'tei/x.ts has the type any'],
    ['tei/x.ts', "import { f } from './node';", 'tei/x.ts imports ./node without its ending .js'],
  ])('%s: %s', (path, text, fault) => {
    expect(faultsOf(path, text)).toEqual([fault]);
  });

  it.each([
    ['diagnostics/x.ts', "import type { Span } from '../source/span.js';"],
    ['cli.ts', "import { f } from './commands/build.js';\nprocess.stdout.write('a');"],
    ['tei/x.ts', "import { z } from 'zod';\n// console.log and as any in a comment"],
    ['tei/x.ts', 'const a = 1;\n'.repeat(250)],
  ])('%s is in order', (path, text) => {
    expect(faultsOf(path, text)).toEqual([]);
  });

  it('a circle of imports is found, one of types alone is none', () => {
    const value = { path: 'tei/a.ts', text: "import { b } from './b.js';" };
    expect(importCircle([value, { path: 'tei/b.ts', text: "import { a } from './a.js';" }])).toEqual([
      'tei/a.ts',
      'tei/b.ts',
      'tei/a.ts',
    ]);
    expect(importCircle([value, { path: 'tei/b.ts', text: "import type { A } from './a.js';" }])).toBeUndefined();
  });

  it('an import over several lines is read once', () => {
    expect(importsOf({ path: 'tei/x.ts', text: "import type {\n  F,\n} from '../source/span.js';\n" })).toEqual([
      { from: 'tei/x.ts', to: 'source/span.ts', typeOnly: true },
    ]);
  });

  // The words are put together here, so that this file does not hold them.
  it.each([
    ['/', 'work/main/src'],
    ['..', '/shared/practice'],
    ['written by a sub', 'agent'],
    ['as the previous ', 'session left it'],
    ['see iss', 'ue #12'],
    ['https://regi', 'stry.npm' + 'js.org/'],
    ['"resol', 'ved": "x"'],
  ])('a file that says %s…', (...pieces) => {
    expect(wordingFaults({ path: 'README.md', text: `first line\n${pieces.join('')}` })).toHaveLength(1);
  });

  it.each([
    'the session of 30 October 1956',
    '../shared/tei',
    'networking',
    'dist/work/x',
    'tei/register',
    'this session of the Presidium',
  ])('%s may be said', (text) => {
    expect(wordingFaults({ path: 'README.md', text })).toEqual([]);
  });
});
