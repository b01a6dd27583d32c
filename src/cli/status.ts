import type { Command } from 'commander';
import { buildDate, decoding, onEdition, type ConvertFlags } from './edition.js';
import type { Print } from './printer.js';

/** Adds the command `status` to the program. */
export function addStatus(program: Command, print: Print): void {
  onEdition(program.command('status'))
    .description('say of each document whether its text changed, it was edited by hand, it is invalid; writes nothing')
    .addHelpText('after', '\nExample:\n  editio status --json\n')
    .action(async (flags: ConvertFlags) => {
      const { status } = await import('../commands/status.js');
      const { diskFileSystem } = await import('../storage/file-system.js');
      const outcome = await status(diskFileSystem, flags.edition, { ...decoding(flags), ...buildDate() });
      await print(outcome, { ...flags, isResult: true });
    });
}
