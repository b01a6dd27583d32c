import type { Command } from 'commander';
import type { SchemaCommandOptions } from '../commands/schema.js';
import { UsageError } from '../commands/usage-error.js';
import type { Print } from './printer.js';

interface CompileFlags {
  readonly p5subset?: string;
  readonly teiVersion?: string;
  readonly teiSite?: string;
  readonly teiSha256?: string;
  readonly out?: string;
  readonly rng?: string;
  readonly sch?: string;
  readonly schema?: string;
  readonly check?: boolean;
  readonly documentation: boolean;
  readonly json?: boolean;
  readonly verbose?: boolean;
  readonly quiet?: boolean;
}

/** Adds the command `schema` with its subcommands to the program. */
export function addSchema(program: Command, print: Print): void {
  program
    .command('schema')
    .description('schemas from TEI customisations (ODD)')
    .command('compile <odd>')
    .description('make the RELAX NG and the Schematron that an ODD describes')
    .option('--out <folder>', 'folder for the schemas; by default beside the ODD')
    .option('--rng <file>', 'file for the RELAX NG')
    .option('--sch <file>', 'file for the Schematron')
    .option('--check', 'write nothing; exit with 1 where the schemas are not up to date')
    .option('--schema <name>', 'the schemaSpec that is meant, where the ODD has several')
    .option('--no-documentation', 'leave the descriptions of elements, attributes and values out of the RELAX NG')
    .option('--p5subset <file>', 'the TEI’s own specifications; by default a copy in the cache, fetched on first use')
    .option('--tei-version <version>', 'version of the TEI; by default what the ODD’s @source asks for')
    .option('--tei-site <url>', 'site to fetch the TEI from, also EDITIO_TEI_SITE')
    .option('--tei-sha256 <digits>', 'SHA-256 that the TEI’s specifications must have')
    .option('--json', 'report as JSON on standard output')
    .option('--verbose', 'show remarks as well')
    .option('--quiet', 'show findings only')
    .addHelpText('after', '\nExample:\n  editio schema compile schema/editio.odd --check\n')
    .action(async (odd: string, flags: CompileFlags) => {
      const { compileSchema } = await import('../commands/schema.js');
      const { diskFileSystem } = await import('../storage/file-system.js');
      await print(await compileSchema(diskFileSystem, odd, await optionsOf(flags)), flags);
    });
}

async function optionsOf(flags: CompileFlags): Promise<SchemaCommandOptions> {
  const { DEFAULT_TEI_SITE } = await import('../schema/index.js');
  const { teiSha256: checksum, teiVersion: version } = flags;
  if (checksum !== undefined && !/^[0-9a-f]{64}$/iu.test(checksum)) {
    throw new UsageError('--tei-sha256 takes 64 hexadecimal digits');
  }
  if (version !== undefined && !/^\d+\.\d+\.\d+[a-z]?$/u.test(version)) {
    throw new UsageError('--tei-version takes a version such as 4.9.0');
  }
  const site = flags.teiSite ?? process.env['EDITIO_TEI_SITE'] ?? DEFAULT_TEI_SITE;
  if (!/^https?:\/\//iu.test(site)) throw new UsageError('--tei-site takes an address that begins with https://');
  return {
    check: flags.check === true,
    documentation: flags.documentation,
    ...(flags.out === undefined ? {} : { out: flags.out }),
    ...(flags.rng === undefined ? {} : { rng: flags.rng }),
    ...(flags.sch === undefined ? {} : { sch: flags.sch }),
    ...(flags.schema === undefined ? {} : { schema: flags.schema }),
    tei: {
      site,
      variables: process.env,
      ...(flags.p5subset === undefined ? {} : { file: flags.p5subset }),
      ...(version === undefined ? {} : { version }),
      ...(checksum === undefined ? {} : { checksum }),
    },
  };
}
