import type { Command } from 'commander';
import type { Print, PrintOptions } from './printer.js';

interface InitFlags extends PrintOptions {
  readonly samples: boolean;
}

/** Adds the command `init` to the program. */
export function addInit(program: Command, print: Print): void {
  program
    .command('init [folder]')
    .description('make a new edition that builds at once: configuration, sample texts, registers, a workflow')
    .option('--no-samples', 'leave the sample texts and their registers out')
    .option('--json', 'print the findings as JSON')
    .option('-v, --verbose', 'print remarks too, not only errors and warnings')
    .option('-q, --quiet', 'print findings only')
    .addHelpText('after', '\nExample:\n  editio init letters\n')
    .action(async (folder: string | undefined, flags: InitFlags) => {
      const { initEdition } = await import('../commands/init.js');
      const { diskFileSystem } = await import('../storage/file-system.js');
      await print(initEdition(diskFileSystem, folder ?? '.', { samples: flags.samples }), flags);
    });
}
