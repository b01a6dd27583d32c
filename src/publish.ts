import { join } from 'node:path';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import type { Register } from './edition/register.js';
import { schemaFilesOf, type OpenEdition, type TeiFile } from './pipeline.js';
import { readableXml } from './pipeline/foreign-tei.js';
import { documentLinks, settleFragments, type PictureReader } from './publish/document-links.js';
import { findingsOf, outputsOf, type OutputOrder, type Outputs } from './publish/document-outputs.js';
import { entryPaths, stylesheetSettings } from './publish/stylesheet-settings.js';
import { scanHtml } from './site/checks/html-scan.js';
import { identify, type FileToIdentify, type Identification } from './site/identification/identify.js';
import { SafeHtml } from './site/safe-html.js';
import type { Companion, EditionDescription, Site, SiteDocument } from './site/site-input.js';
import type { FileSystem } from './storage/file-system.js';
import type { OwnPageFiles } from './site/own-pages/own-page-files.js';
import type { OverrideFiles } from './site/theme/override-files.js';
import { prepareTransforms } from './transform/transform.js';
import { toolVersion } from './version.js';

interface MadeDocument extends Outputs {
  readonly id: string;
  readonly xml: string;
  readonly bytes: Uint8Array;
  readonly isForeign: boolean;
}

/** What a site is made of when all texts are converted: files as they lie on the disk. */
export interface SiteInputs {
  readonly files: readonly TeiFile[];
  /** Registers of other archives; those of the edition are open already. */
  readonly foreignRegisters: readonly TeiFile[];
  readonly apparatus: readonly TeiFile[];
  readonly companions: readonly Companion[];
  /** The edition's own templates, messages, styles. */
  readonly overrides: OverrideFiles;
  /** The pages that the edition has written itself. */
  readonly ownPages: OwnPageFiles;
  readonly readPicture: PictureReader;
}

/** The making of a site's pages, begun while the texts are still being converted. */
export interface SiteMaking {
  /** Begins the outputs of a TEI file that will be published, if it lies on the disk as it is given here. */
  prepare(path: string, xml: string): void;
  /** Makes the pages of the files that lie on the disk, in memory. */
  finish(inputs: SiteInputs): Promise<Site>;
}

/** transform → site: begins the site of an edition. The stylesheets run in a thread of their own. */
export function beginSite(edition: OpenEdition): SiteMaking {
  const begun = new Map<string, { readonly xml: string; readonly outputs: Promise<Outputs[]> }>();
  prepareTransforms();
  const settings = stylesheetSettings(edition.folder.edition, entryPaths(edition.register, languageOf(edition)));
  return {
    prepare: (path, xml) => {
      const outputs = outputsOf([{ path, xml }], settings);
      // A fault is told where the outputs are asked for; nobody may ask for those of a file that was edited by hand.
      outputs.catch(() => undefined);
      begun.set(path, { xml, outputs });
    },
    finish: async (inputs) => {
      // The templates and all that makes pages are read while the stylesheets run.
      const pages = import('./site/site.js');
      const files = inputs.files.map((file) => ({ file, xml: readableXml(file) }));
      const identification = identify(edition.register, ...identifiable(inputs.foreignRegisters, inputs.files));
      const { register } = identification;
      const places = entryPaths(register, languageOf(edition));
      const pageOf = (id: string): string | undefined => places.get(id);
      const { links, pictures } = documentLinks(inputs.files, identification, pageOf, inputs.readPicture);
      const isGrown = entryCount(register) > entryCount(edition.register);
      const known = isGrown ? stylesheetSettings(edition.folder.edition, places) : settings;
      const orders = files.map(({ file, xml }) => {
        const early = begun.get(file.path);
        const needsLinks = (links.get(file.id)?.size ?? 0) > 0 || hasRelative(identification.addresses.get(file.id));
        const isReady = early !== undefined && early.xml === xml && !isGrown && !needsLinks;
        return { file, xml, early: isReady ? early.outputs : undefined };
      });
      const late = orders.filter(({ early }) => early === undefined);
      const [made, apparatus] = await Promise.all([
        outputsOf(
          late.map(({ file, xml }) => orderOf(file, xml, links.get(file.id))),
          known,
        ),
        outputsOf(
          inputs.apparatus.map((file) => orderOf(file, readableXml(file), undefined)),
          known,
        ),
      ]);
      const lateOutputs = new Map(late.map(({ file }, index) => [file, made[index]]));
      const documents = await Promise.all(
        orders.map(async ({ file, xml, early }) => madeOf(file, xml, (await early)?.[0] ?? lateOutputs.get(file))),
      );
      return siteOf(
        { edition, identification },
        {
          documents: withSettledLinks(documents.flat()),
          apparatus: inputs.apparatus.flatMap((file, index) => madeOf(file, readableXml(file), apparatus[index])),
        },
        { ...inputs, companions: [...inputs.companions, ...pictures] },
        await pages,
      );
    },
  };
}

/** The edition's language: registers are in the order of its alphabet. */
function languageOf({ folder }: OpenEdition): string {
  return folder.edition.languages[0] ?? 'en';
}

function identifiable(
  registers: readonly TeiFile[],
  files: readonly TeiFile[],
): [registers: FileToIdentify[], documents: FileToIdentify[]] {
  const readable = (file: TeiFile): FileToIdentify[] => {
    const xml = readableXml(file);
    return xml === undefined ? [] : [{ id: file.id, path: file.path, xml, isOwn: file.isForeign !== true }];
  };
  return [registers.flatMap(readable), files.flatMap(readable)];
}

function entryCount({ persons, places, organisations }: Register): number {
  return persons.length + places.length + organisations.length;
}

function hasRelative(addresses: ReadonlySet<string> | undefined): boolean {
  return [...(addresses ?? [])].some((address) => !/^(?:https?|mailto):/i.test(address));
}

function orderOf(
  { path, bytes }: TeiFile,
  xml: string | undefined,
  links: ReadonlyMap<string, string> | undefined,
): OutputOrder {
  return { path, xml: xml ?? bytes, ...(links === undefined ? {} : { links }) };
}

function madeOf(
  { id, bytes, isForeign = false }: TeiFile,
  xml: string | undefined,
  outputs: Outputs | undefined,
): MadeDocument[] {
  return outputs === undefined ? [] : [{ id, bytes, isForeign, xml: xml ?? '', ...outputs }];
}

/** Links between documents lead to ids that their pages have. */
function withSettledLinks(documents: readonly MadeDocument[]): MadeDocument[] {
  const byPath = new Map(documents.map((document) => [`documents/${document.id}.html`, document]));
  const ids = new Map<string, ReadonlySet<string>>();
  const idsOf = (path: string): ReadonlySet<string> | undefined => {
    const known = ids.get(path);
    const target = byPath.get(path);
    if (known !== undefined || target === undefined) return known;
    const found = new Set(scanHtml(target.html.output).ids);
    ids.set(path, found);
    return found;
  };
  return documents.map((document) => {
    const output = settleFragments(document.html.output, idsOf);
    return { ...document, html: { ...document.html, output } };
  });
}

/** The site of the documents whose outputs are made. */
async function siteOf(
  { edition, identification }: { readonly edition: OpenEdition; readonly identification: Identification },
  made: { readonly documents: readonly MadeDocument[]; readonly apparatus: readonly MadeDocument[] },
  beside: Pick<SiteInputs, 'companions' | 'overrides' | 'ownPages'>,
  { buildSite }: typeof import('./site/site.js'),
): Promise<Site> {
  const diagnostics: Diagnostic[] = [...made.documents, ...made.apparatus].flatMap((each) =>
    findingsOf(each, each.isForeign),
  );
  const usable = (documents: readonly MadeDocument[]): SiteDocument[] =>
    documents.flatMap(({ id, xml, bytes, html, text }) => {
      if (html.output === '') return [];
      const references = identification.references.get(id);
      return [
        {
          id,
          teiXml: xml,
          teiFile: bytes,
          htmlFragment: SafeHtml.fromStylesheet(html.output),
          plainText: text.output,
          ...(references === undefined ? {} : { references }),
        },
      ];
    });
  const site = await buildSite({
    edition: describe(edition),
    documents: usable(made.documents),
    apparatus: usable(made.apparatus),
    register: identification.register,
    companions: beside.companions,
    theme: { files: beside.overrides, colours: edition.folder.edition.site.colours },
    ownPages: beside.ownPages,
    tool: { name: 'Editio', version: toolVersion },
  });
  return { files: site.files, diagnostics: [...diagnostics, ...site.diagnostics] };
}

function describe({ folder }: OpenEdition): EditionDescription {
  const { title, editors, languages, publisher, licence, baseUrl, description, date, site } = folder.edition;
  return {
    title,
    editors: editors.map((editor) => editor.name),
    language: languages[0] ?? 'en',
    site,
    ...(publisher === undefined ? {} : { publisher }),
    ...(licence === undefined ? {} : { licence }),
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(description === undefined ? {} : { description }),
    ...(date === undefined ? {} : { date }),
  };
}

/** What is published beside the pages as it is: the registers and the grammar. */
export function companionsOf(
  fileSystem: FileSystem,
  { folder }: OpenEdition,
  foreignRegisters: readonly TeiFile[],
): Companion[] {
  const registers = Object.values(folder.registerFiles).flatMap((file: string | undefined) =>
    file === undefined ? [] : [{ path: file, content: fileSystem.read(join(folder.root, file)) }],
  );
  const schemas = schemaFilesOf(fileSystem, folder.root).map(({ path, source }) => ({
    path,
    content: fileSystem.read(source),
  }));
  const foreign = foreignRegisters.map(({ id, bytes }) => ({ path: `tei/register/${id}.xml`, content: bytes }));
  return [...registers, ...foreign, ...schemas];
}
