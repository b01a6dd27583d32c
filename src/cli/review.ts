import type { Command } from 'commander';
import { buildDate, decoding, onEdition, type ConvertFlags } from './edition.js';
import type { Print } from './printer.js';
import { wholeNumber } from './whole-number.js';

interface ReviewFlags extends ConvertFlags {
  readonly limit: number;
}

/** Adds the command `review` to the program. */
export function addReview(program: Command, print: Print): void {
  onEdition(program.command('review [id...]'))
    .description('say what an editor must decide, most useful first, with answers to choose from; writes nothing')
    .option('--limit <number>', 'how many questions are printed', wholeNumber, 20)
    .addHelpText('after', '\nExample:\n  editio review letter-1958-04-17 --limit 5\n')
    .action(async (ids: string[], flags: ReviewFlags) => {
      const { review } = await import('../commands/review.js');
      const { diskFileSystem } = await import('../storage/file-system.js');
      const options = { only: ids, limit: flags.limit, ...decoding(flags), ...buildDate() };
      await print(review(diskFileSystem, flags.edition, options), { ...flags, isResult: true });
    });
}
