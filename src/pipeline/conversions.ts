import { setImmediate } from 'node:timers/promises';
import { convertDocument, type Conversion, type ConvertedDocument, type ConvertInput } from '../convert.js';
import type { Report } from '../diagnostics/diagnostic.js';
import { noCache, type BuildCache, type Inputs } from '../storage/build-cache.js';
import { fingerprint } from '../storage/fingerprint.js';
import type { FileSystem } from '../storage/file-system.js';
import { startConverters, threadsFor, type Converters } from './conversion-threads.js';
import type { OpenEdition } from './open-edition.js';
import { textsToConvert, type ConvertOptions } from './texts-to-convert.js';

/**
 * source → blocks → structure → annotate → tei: converts the texts of an edition, with all that was found in them.
 * Nothing is written.
 *
 * @returns the documents in the order of the seeds.
 */
export function convertEdition(
  fileSystem: FileSystem,
  edition: OpenEdition,
  options: ConvertOptions,
  report: Report,
): ConvertedDocument[] {
  const converted = textsToConvert(fileSystem, edition, options, report).map(convertDocument);
  for (const { diagnostics } of converted) diagnostics.forEach(report);
  return converted;
}

/** How texts are converted. */
export interface ConversionRun {
  /** What was converted before. */
  readonly cache?: BuildCache;
  /** Told of each document as soon as it is converted, and how many of how many are. */
  readonly onConverted?: (document: Conversion, done: number, total: number) => void;
}

/**
 * Converts the texts of an edition: those that were converted before from the same text, sidecar, register and settings
 * come from the cache; many others are shared among threads. The shortest come first, so that what waits for them can
 * begin soon. Nothing is written but the cache.
 *
 * @returns the documents in the order of the seeds.
 */
export async function convertTexts(
  fileSystem: FileSystem,
  edition: OpenEdition,
  options: ConvertOptions,
  report: Report,
  { cache = noCache, onConverted }: ConversionRun = {},
): Promise<Conversion[]> {
  const texts = textsToConvert(fileSystem, edition, options, report);
  const converted = new Map<ConvertInput, Conversion>();
  const add = (text: ConvertInput, conversion: Conversion): void => {
    converted.set(text, conversion);
    onConverted?.(conversion, converted.size, texts.length);
  };
  const shared = sharedInputs(edition);
  const left = texts.flatMap((text) => {
    const inputs = { ...shared, ...ownInputs(text) };
    const known = cache.recall('conversion', text.id, inputs);
    if (known === undefined) return [{ text, inputs }];
    // The cache gives back what was kept: of this very form, since it is bound to this very program.
    add(text, { ...(known as Omit<Conversion, 'source'>), source: text.source });
    return [];
  });
  left.sort((a, b) => a.text.source.text.length - b.text.source.text.length);
  const size = left.reduce((sum, { text }) => sum + text.source.text.length, 0);
  const converters = startConverters(threadsFor(size), edition);
  try {
    await eachOf(left, converters, ({ text, inputs }, conversion) => {
      const { source, ...kept } = conversion;
      cache.keep('conversion', text.id, inputs, kept);
      add(text, conversion);
    });
  } finally {
    await converters?.close();
  }
  const inOrder = texts.flatMap((text) => converted.get(text) ?? []);
  for (const { diagnostics } of inOrder) diagnostics.forEach(report);
  return inOrder;
}

interface TextLeft {
  readonly text: ConvertInput;
  readonly inputs: Inputs;
}

/** Converts texts, in threads where there are some, else here, giving way to other work between two of them. */
async function eachOf(
  texts: readonly TextLeft[],
  converters: Converters | undefined,
  add: (left: TextLeft, conversion: Conversion) => void,
): Promise<void> {
  if (converters !== undefined) {
    await converters.convertAll(
      texts.map(({ text }) => text),
      (index, conversion) => {
        const left = texts[index];
        if (left !== undefined) add(left, conversion);
      },
    );
    return;
  }
  for (const left of texts) {
    add(left, conversionOf(left.text));
    await setImmediate();
  }
}

/** Converts one text. */
export function conversionOf(text: ConvertInput): Conversion {
  const { annotations, found, body, ...conversion } = convertDocument(text);
  return conversion;
}

/** What all conversions of an edition depend on. How the site looks and where it goes is no part of it. */
function sharedInputs({ folder, register }: OpenEdition): Inputs {
  const { site, output, ...edition } = folder.edition;
  return { 'edition.yaml': fingerprint(edition), registers: fingerprint(register) };
}

function ownInputs({ source, sidecar, witnesses, schemas, date }: ConvertInput): Inputs {
  return {
    text: fingerprint([source.path, source.encoding, source.text]),
    sidecar: fingerprint(sidecar),
    witnesses: fingerprint(witnesses ?? []),
    schema: fingerprint(schemas ?? []),
    date: date ?? '',
  };
}
