import { Option, type Command } from 'commander';
import type { Reading } from '../collate/reading-text.js';
import { UsageError } from '../commands/usage-error.js';
import type { Print, PrintOptions } from './printer.js';

interface CollateFlags extends PrintOptions {
  readonly edition: string;
  readonly base?: string;
  readonly sigla?: string;
  readonly out?: string;
  readonly id?: string;
  readonly reading: Reading;
}

const help = `
Without files, the texts of the edition whose sidecars have the same witnessOf are collated, to tei/apparatus.

Examples:
  editio collate
  editio collate a.xml b.xml c.txt --sigla A,B,C --out collation.xml
`;

/** Adds the command `collate` to the program. */
export function addCollate(program: Command, print: Print): void {
  program
    .command('collate [files...]')
    .description('align the witnesses of a work and write a critical apparatus')
    .option('-C, --edition <folder>', 'folder of the edition, where no files are named', '.')
    .option('--base <siglum>', 'the witness whose text and markup the apparatus stands in; the first without it')
    .option('--sigla <list>', 'the sigla of the files, in their order: A,B,C')
    .option('--out <file>', 'file for the TEI; without it, it goes to standard output')
    .option('--id <id>', 'id of the TEI document; by default the name of its file')
    .addOption(
      new Option('--reading <which>', 'which reading of an error is compared')
        .choices(['edited', 'source'])
        .default('edited'),
    )
    .option('--json', 'print the alignment and the findings as JSON')
    .option('-v, --verbose', 'print remarks too, not only errors and warnings')
    .option('-q, --quiet', 'print findings only')
    .addHelpText('after', help)
    .action(async (files: string[], flags: CollateFlags) => {
      const { diskFileSystem } = await import('../storage/file-system.js');
      const { edition, base, sigla, out, id, reading } = flags;
      const options = { reading, ...(base === undefined ? {} : { base }) };
      if (files.length === 0) {
        if (sigla !== undefined || out !== undefined || id !== undefined) {
          throw new UsageError('--sigla, --out and --id are for files; those of an edition stand in its sidecars.');
        }
        const { collateEdition } = await import('../commands/collate-edition.js');
        await print(await collateEdition(diskFileSystem, edition, options), flags);
        return;
      }
      const { collateFiles } = await import('../commands/collate.js');
      const outcome = collateFiles(diskFileSystem, files, {
        ...options,
        ...(sigla === undefined ? {} : { sigla: sigla.split(',').map((siglum) => siglum.trim()) }),
        ...(out === undefined ? {} : { out }),
        ...(id === undefined ? {} : { id }),
      });
      // With --out the printer must not take it for the file of a report.
      await print(outcome, { ...printing(flags), isResult: out === undefined });
    });
}

function printing({ json, verbose, quiet }: CollateFlags): PrintOptions {
  return {
    ...(json === undefined ? {} : { json }),
    ...(verbose === undefined ? {} : { verbose }),
    ...(quiet === undefined ? {} : { quiet }),
  };
}
