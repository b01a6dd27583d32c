import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** A program of a document and what it is said to print. */
interface Example {
  readonly line: number;
  readonly program: string;
  readonly prints: string;
}

/** The `js` blocks of a document, each with the `text` block that follows it. */
function examplesOf(markdown: string): Example[] {
  return [...markdown.matchAll(/^```js\n([\s\S]*?)^```\n\n```text\n([\s\S]*?)^```/gmu)].map((match) => ({
    line: markdown.slice(0, match.index).split('\n').length,
    program: match[1] ?? '',
    prints: match[2] ?? '',
  }));
}

/** The commands of a document: lines of `sh` blocks that begin with `editio` or `npx editio`, without their comments. */
function commandsOf(markdown: string): string[] {
  return [...markdown.matchAll(/^```sh\n([\s\S]*?)^```/gmu)]
    .flatMap((match) => (match[1] ?? '').split('\n'))
    .map((line) => line.replace(/^(?:.*\| )?npx (?=editio )/u, ''))
    .filter((line) => line.startsWith('editio '))
    .map((line) => line.replace(/\s+#.*$/u, ''));
}

/** What a command line has that the tool does not: its command, or an option that the help of the command lacks. */
function unknownIn(command: string, helpOf: (name: string) => string | undefined): string[] {
  const [, name = '', ...words] = command.split(/\s+/u);
  if (name === '--version' || name === '--help') return [];
  const help = helpOf(name);
  if (help === undefined) return [name];
  return words
    .filter((word) => word.startsWith('-'))
    .filter((word) => !new RegExp(`(?:^|[\\s,])${word}(?:[\\s,]|$)`, 'mu').test(help));
}

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  ...readdirSync('docs').map((name) => join('docs', name)),
];
const textOf = (path: string): string => readFileSync(path, 'utf8');

/** What `editio NAME --help` prints, with the help of its own commands; that of the whole tool without a name. */
function helpOf(name?: string): string {
  const print = (...words: string[]): string =>
    execFileSync(process.execPath, ['dist/tool/cli.js', ...words, '--help'], { encoding: 'utf8' });
  if (name === undefined) return print();
  const help = print(name);
  return [help, ...commandsIn(help).map((each) => (each === 'help' ? '' : print(name, each)))].join('\n');
}

/** The commands that a help lists. */
function commandsIn(help: string): string[] {
  const list = /^Commands:\n[\s\S]*/mu.exec(help)?.[0] ?? '';
  return [...list.matchAll(/^ {2}(\w+)/gmu)].map((match) => match[1] ?? '');
}

describe('the programs in README.md', () => {
  // Inside the package, so that "editio" is the package itself.
  let folder: string;
  beforeAll(() => {
    mkdirSync('dist', { recursive: true });
    folder = mkdtempSync(join('dist', 'readme-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const examples = examplesOf(textOf('README.md'));

  it('are there', () => {
    expect(examples.length).toBeGreaterThanOrEqual(3);
  });

  it.each(examples)('README.md:$line prints what it is said to', ({ line, program, prints }) => {
    const file = join(folder, `example-${line}.js`);
    writeFileSync(file, program);
    expect(execFileSync(process.execPath, [file], { encoding: 'utf8' })).toBe(prints);
  });
});

describe('the commands in the documents', () => {
  const commands = documents.flatMap((path) => commandsOf(textOf(path)).map((command) => ({ path, command })));

  it('exist, with their options', () => {
    const known = commandsIn(helpOf());
    const helps = new Map(known.map((name) => [name, name === 'help' ? '' : helpOf(name)]));
    expect(commands.length).toBeGreaterThan(6);
    expect(
      commands.flatMap(({ path, command }) =>
        unknownIn(command, (name) => helps.get(name)).map((word) => `${path}: ${command}: ${word}`),
      ),
    ).toEqual([]);
  });

  it('would be found, if they did not', () => {
    const help = (name: string): string | undefined =>
      name === 'build' ? '  -q, --quiet   print findings only' : undefined;
    expect(unknownIn('editio build --quiet -q', help)).toEqual([]);
    expect(unknownIn('editio build --quit', help)).toEqual(['--quit']);
    expect(unknownIn('editio bild', help)).toEqual(['bild']);
    expect(commandsOf('```sh\neditio build   # all\nnpm ci\nnpx editio serve\n```\n')).toEqual([
      'editio build',
      'editio serve',
    ]);
  });
});

describe('the links of the documents', () => {
  it('lead to files', () => {
    // What a block of code shows is an example.
    const withoutCode = (text: string): string => text.replace(/^```[\s\S]*?^```/gmu, '');
    const dead = documents.flatMap((path) =>
      [...withoutCode(textOf(path)).matchAll(/\]\((?!https?:|mailto:|#)([^)#]+)(?:#[^)]*)?\)/gu)]
        .map((match) => match[1] ?? '')
        .filter((target) => !existsSync(join(dirname(path), target)))
        .map((target) => `${path}: ${target}`),
    );
    expect(dead).toEqual([]);
  });
});
