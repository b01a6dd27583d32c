import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { mostThreads } from '../processor/thread.js';
import type { BuildCache, Inputs } from '../storage/build-cache.js';
import { fingerprint } from '../storage/fingerprint.js';
import { hashOf } from '../storage/ledger.js';
import type { FormatParameters } from '../transform/format.js';
import { outputsOf, type OutputOrder, type Outputs } from './document-outputs.js';

/** Makes outputs of TEI files, in as few calls of the processor as may be. */
export interface OutputQueue {
  /**
   * Begins the outputs of a file that will probably be asked for. Nothing where an earlier build made some: that file
   * may have links that are not known yet, or an editor's changes.
   */
  begin(order: OutputOrder, settings: FormatParameters): void;
  /** The outputs of a file: those that were made before, of this very file with these settings, or new ones. */
  outputs(order: OutputOrder, settings: FormatParameters): Promise<Outputs>;
}

/** Characters of XML in one call of the processor: enough to share its cost, few enough to go on in between. */
const BATCH = 60_000;

/** Characters of XML that wait before it is worth to start one more thread. */
const WORTH_A_THREAD = 400_000;

interface Waiting {
  readonly order: OutputOrder;
  readonly settings: FormatParameters;
  readonly resolve: (outputs: Outputs) => void;
  readonly reject: (error: unknown) => void;
}

/** @param cache what was made in earlier builds. @param onMade told how many files have their outputs, after each. */
export function outputQueue(cache: BuildCache, onMade: (done: number) => void = () => undefined): OutputQueue {
  const waiting: Waiting[] = [];
  const begun = new Map<string, { readonly key: string; readonly outputs: Promise<Outputs> }>();
  // The settings name every entry of the registers, and are the same for all files.
  const hashes = new Map<FormatParameters, string>();
  const hashOfSettings = (settings: FormatParameters): string => {
    const hash = hashes.get(settings) ?? fingerprint(settings);
    hashes.set(settings, hash);
    return hash;
  };
  let running = 0;
  const done = new Set<string>();
  let size = 0;

  const run = async (batch: readonly Waiting[]): Promise<void> => {
    const [first] = batch;
    if (first === undefined) return;
    running += 1;
    try {
      const made = await outputsOf(
        batch.map(({ order }) => order),
        first.settings,
      );
      batch.forEach(({ resolve, reject }, index) => {
        const outputs = made[index];
        if (outputs === undefined) reject(new Error('A file was transformed to nothing.'));
        else resolve(outputs);
      });
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
    running -= 1;
    pump();
  };
  const pump = (): void => {
    const threads = Math.min(mostThreads, 1 + Math.floor(size / WORTH_A_THREAD));
    // A thread has one call in work, and one that waits for it.
    while (waiting.length > 0 && running < 2 * threads) {
      const batch = nextBatch(waiting);
      size -= sizeOf(batch);
      void run(batch);
    }
  };
  const made = async (order: OutputOrder, settings: FormatParameters, inputs: Inputs): Promise<Outputs> => {
    const known = cache.recall('transformation', order.path, inputs);
    // The cache gives back what was kept: of this very form, since it is bound to this very program.
    if (known !== undefined) return known as Outputs;
    const outputs = await new Promise<Outputs>((resolve, reject) => {
      waiting.push({ order, settings, resolve, reject });
      size += order.xml.length;
      pump();
    });
    if (isSound(outputs)) cache.keep('transformation', order.path, inputs, outputs);
    return outputs;
  };
  const outputs = (order: OutputOrder, settings: FormatParameters): Promise<Outputs> => {
    const inputs = inputsOf(order, hashOfSettings(settings));
    const key = fingerprint(inputs);
    const early = begun.get(order.path);
    if (early?.key === key) return early.outputs;
    const promise = made(order, settings, inputs);
    void promise.then(
      () => {
        onMade(done.add(order.path).size);
      },
      () => undefined,
    );
    begun.set(order.path, { key, outputs: promise });
    return promise;
  };
  return {
    begin: (order, settings) => {
      if (cache.has('transformation', order.path)) return;
      // A fault is told where the outputs are asked for; nobody may ask for those of a file that was edited by hand.
      outputs(order, settings).catch(() => undefined);
    },
    outputs,
  };
}

function inputsOf({ xml, links }: OutputOrder, settings: string): Inputs {
  return {
    TEI: typeof xml === 'string' ? fingerprint(xml) : hashOf(xml),
    links: links === undefined ? '' : fingerprint(links),
    settings,
  };
}

function sizeOf(batch: readonly Waiting[]): number {
  return batch.reduce((sum, { order }) => sum + order.xml.length, 0);
}

/** Takes the next files from a queue that have the same settings. */
function nextBatch(waiting: Waiting[]): Waiting[] {
  const batch: Waiting[] = [];
  let size = 0;
  while (waiting.length > 0) {
    const next = waiting[0];
    if (next === undefined || (batch.length > 0 && size + next.order.xml.length > BATCH)) break;
    if (batch.length > 0 && next.settings !== batch[0]?.settings) break;
    batch.push(next);
    size += next.order.xml.length;
    waiting.shift();
  }
  return batch;
}

/** Outputs of a fault of ours, which another run may not have, are not kept. */
function isSound({ html, text }: Outputs): boolean {
  return [...html.diagnostics, ...text.diagnostics].every(({ code }: Diagnostic) => code !== 'transform/failed');
}
