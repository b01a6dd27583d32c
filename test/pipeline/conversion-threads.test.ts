import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Conversion } from '../../src/convert.js';
import { openEdition, textsToConvert } from '../../src/pipeline.js';
import { startConverters, threadsFor } from '../../src/pipeline/conversion-threads.js';
import { conversionOf } from '../../src/pipeline/conversions.js';
import { diskFileSystem } from '../../src/storage/file-system.js';

// Threads run compiled programs only.
const built = resolve('dist/tool/pipeline/conversion-threads.js');

function open(): NonNullable<ReturnType<typeof openEdition>> {
  return openEdition(diskFileSystem, '.', () => undefined) ?? expect.fail('There is no edition.');
}

test.runIf(existsSync(built))('threads convert as the main thread does', { timeout: 60_000 }, async () => {
  const module = (await import(pathToFileURL(built).href)) as { startConverters: typeof startConverters };
  const edition = open();
  const texts = textsToConvert(diskFileSystem, edition, {}, () => undefined).filter(
    ({ source }) => source.text.length < 20_000,
  );
  expect(texts.length).toBeGreaterThan(2);
  const converters = module.startConverters(2, edition) ?? expect.fail('There are no threads.');
  const made = new Map<number, Conversion>();
  try {
    await converters.convertAll(texts, (index, conversion) => made.set(index, conversion));
  } finally {
    await converters.close();
  }
  texts.forEach((text, index) => {
    expect(made.get(index)).toEqual(conversionOf(text));
  });
});

test('the sources have no program for threads, so that they convert in place', () => {
  expect(startConverters(2, open())).toBeUndefined();
});

describe('there are as many threads', () => {
  test.each([
    ['as a small edition is worth', 100_000, 8, 0],
    ['as the texts are worth', 900_000, 8, 2],
    ['as processors are free', 50_000_000, 4, 2],
    ['as a computer of two processors has free', 50_000_000, 2, 0],
    ['as do not cost too much memory', 50_000_000, 64, 8],
  ])('%s', (_name, characters, processors, threads) => {
    expect(threadsFor(characters, processors)).toBe(threads);
  });
});
