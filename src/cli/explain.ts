import type { Command } from 'commander';
import { buildDate, decoding, onEdition, type ConvertFlags } from './edition.js';
import type { Print } from './printer.js';
import { wholeNumber } from './whole-number.js';

/** Adds the command `explain` to the program. */
export function addExplain(program: Command, print: Print): void {
  onEdition(program.command('explain'))
    .argument('<id>', 'the document')
    .argument('<line>', 'the line of its text, the first is 1', wholeNumber)
    .description('trace a line of a text: its part, what each recogniser found there, and what settled between them')
    .addHelpText('after', '\nExample:\n  editio explain letter-1958-04-17 12\n')
    .action(async (id: string, line: number, flags: ConvertFlags) => {
      const { explain } = await import('../commands/explain.js');
      const { diskFileSystem } = await import('../storage/file-system.js');
      const outcome = explain(diskFileSystem, flags.edition, { id, line, ...decoding(flags), ...buildDate() });
      await print(outcome, { ...flags, isResult: true });
    });
}
