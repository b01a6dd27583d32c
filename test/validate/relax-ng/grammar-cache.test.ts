import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentKey } from '../../../src/storage/user-cache.js';
import { compileCached } from '../../../src/validate/relax-ng/grammar-cache.js';
import { Automaton, validateText } from '../../../src/validate/relax-ng/index.js';

const including =
  '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><include href="part.rng"/><start><ref name="a"/></start></grammar>';
const part = (name: string): string =>
  `<grammar xmlns="http://relaxng.org/ns/structure/1.0"><define name="a"><element name="${name}"><empty/></element></define></grammar>`;

describe('a compiled grammar in the cache', () => {
  let folder = '';
  let reads = 0;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'editio-cache-'));
    reads = 0;
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** Whether `<document/>` is valid, with the cache. */
  const accepts = (document: string, content: string, path = '/x/schema.rng'): boolean => {
    const compiled = compileCached(
      path,
      including,
      () => {
        reads++;
        return content;
      },
      folder,
    );
    if ('fault' in compiled) throw new Error(compiled.fault.message);
    const result = validateText(new Automaton(compiled.grammar), document);
    return 'faults' in result && result.faults.length === 0;
  };

  it('is read instead of the schema, and its files are only looked at', () => {
    expect(accepts('<a/>', part('a'))).toBe(true);
    const [name = ''] = readdirSync(folder);
    // What is in the cache is what counts: here the name of the element is changed in it.
    const [line = '', body = ''] = readFileSync(join(folder, name), 'utf8').split('\n');
    const changed = body.replace('"local":"a"', '"local":"z"');
    writeFileSync(join(folder, name), `${line.replace(contentKey(body), contentKey(changed))}\n${changed}`);
    expect(accepts('<z/>', part('a'))).toBe(true);
    expect(reads).toBe(2);
  });

  it('is not used when an included file has changed, or the schema lies elsewhere', () => {
    expect(accepts('<a/>', part('a'))).toBe(true);
    expect(accepts('<b/>', part('b'))).toBe(true);
    expect(accepts('<c/>', part('c'), '/y/schema.rng')).toBe(true);
  });

  it('is made anew when it is damaged, cut off, or of another form', () => {
    expect(accepts('<a/>', part('a'))).toBe(true);
    const [name = ''] = readdirSync(folder);
    const sound = readFileSync(join(folder, name), 'utf8');
    for (const damaged of [
      '',
      'x',
      sound.slice(0, -20),
      sound.replace('"form":', '"form":9'),
      sound.replace('[', ''),
    ]) {
      writeFileSync(join(folder, name), damaged);
      expect(accepts('<a/>', part('a'))).toBe(true);
      expect(readFileSync(join(folder, name), 'utf8')).toBe(sound);
    }
  });

  it('is not missed where nothing can be written', () => {
    writeFileSync(join(folder, 'file'), '');
    folder = join(folder, 'file');
    expect(accepts('<a/>', part('a'))).toBe(true);
    folder = join(folder, '..');
  });

  it('is not kept of a schema with faults', () => {
    const broken = compileCached(
      '/x/s.rng',
      '<grammar xmlns="http://relaxng.org/ns/structure/1.0"/>',
      () => '',
      folder,
    );
    expect(broken).toMatchObject({ fault: { message: '<grammar> has no <start>' } });
    expect(readdirSync(folder)).toEqual([]);
  });
});
