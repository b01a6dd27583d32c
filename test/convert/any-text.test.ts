import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Sidecar } from '../../src/edition/sidecar.js';
import { genres } from '../../src/structure/genres/index.js';
import { anyText } from './any-text.js';
import { convertText } from './conversion.js';
import { canAskTeiAll, refusedByGrammar, refusedByTeiAll, smallestRefused } from './validity.js';

/** More of them find more: EDITIO_RUNS=20000 EDITIO_SEED=7 npx vitest run test/convert/any-text.test.ts */
const numRuns = Number(process.env['EDITIO_RUNS'] ?? 400);
const seed = Number(process.env['EDITIO_SEED'] ?? 1956);

/** What a sidecar may say decides what is done with brackets, transliterations and labels. */
const circumstances: fc.Arbitrary<Partial<Sidecar>> = fc.record(
  {
    language: fc.constantFrom('en', 'en', 'de', 'fr', 'ru', 'hu'),
    originalLanguage: fc.constantFrom('ru', 'hu'),
    genre: fc.constantFrom(...genres.map((genre) => genre.name)),
  },
  { requiredKeys: ['language'] },
);

const documents: { text: string; sidecar: Partial<Sidecar>; xml: string }[] = [];

describe('any text', () => {
  it('becomes TEI whose text is the source’s, and nothing throws', () => {
    fc.assert(
      fc.property(anyText, circumstances, (text, sidecar) => {
        const { xml, diagnostics } = convertText(text, { sidecar });
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        if (xml !== undefined) documents.push({ text, sidecar, xml });
      }),
      { numRuns, seed },
    );
  });

  it('becomes TEI that the edition’s grammar accepts', async () => {
    const refused = await refusedByGrammar(documents.map(({ xml }) => xml));
    const [first] = refused;
    if (first === undefined) return;
    const found = documents[first[0]];
    const sidecar = found?.sidecar ?? {};
    const text = await smallestRefused(found?.text ?? '', (shorter) => convertText(shorter, { sidecar }).xml);
    expect.unreachable(
      `${refused.size} of ${documents.length} documents are invalid. ${first[1]}\nfrom ${JSON.stringify(text)}\nwith ${JSON.stringify(sidecar)}`,
    );
  });

  it.skipIf(!canAskTeiAll)(
    `becomes TEI that tei_all accepts${canAskTeiAll ? '' : ' [needs jing and tei_all.rng; EDITIO_TEI names its folder]'}`,
    () => {
      const refused = refusedByTeiAll(documents.map(({ xml }) => xml));
      const [first] = refused;
      if (first === undefined) return;
      const { text, xml } = documents[first[0]] ?? { text: '', xml: '' };
      expect.unreachable(`${refused.size} of ${documents.length} documents are invalid. ${first[1]}
from ${JSON.stringify(text)}
${xml}`);
    },
  );

  afterAll(() => {
    documents.length = 0;
  });
});
