import type { Command } from 'commander';
import { buildDate, decoding, onEdition, type ConvertFlags } from './edition.js';
import type { Print } from './printer.js';
import { portNumber } from './whole-number.js';

interface ServeFlags extends ConvertFlags {
  readonly port: number;
}

/** What the command needs of the command line to speak while it goes on. */
export interface ServePrinting {
  readonly print: Print;
  /** Says a line. */
  readonly say: (line: string) => void;
}

/** Adds the command `serve` to the program. */
export function addServe(program: Command, { print, say }: ServePrinting): void {
  onEdition(program.command('serve'))
    .description('build, show the site on this computer, and build again whenever something changes, until Ctrl-C')
    .option('--port <number>', 'the port of the site; 0 for any free one', portNumber, 4000)
    .addHelpText('after', '\nExample:\n  editio serve --port 8080\n')
    .action(async (flags: ServeFlags) => {
      const { serve } = await import('../commands/serve.js');
      const { diskFileSystem } = await import('../storage/file-system.js');
      const options = { port: flags.port, ...decoding(flags), ...buildDate() };
      await serve(diskFileSystem, flags.edition, options, {
        started: (address) => {
          say(`Open ${address} in a browser. Ctrl-C ends it.`);
        },
        built: async (outcome, changed) => {
          if (changed.length > 0) say(`Changed: ${changed.join(', ')}`);
          await print(outcome, flags);
        },
      });
    });
}
