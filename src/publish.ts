import type { Diagnostic } from './diagnostics/diagnostic.js';
import type { Register } from './edition/register.js';
import type { OpenEdition, TeiFile } from './pipeline.js';
import { readableXml } from './pipeline/foreign-tei.js';
import { documentLinks, settleFragments, type PictureReader } from './publish/document-links.js';
import { findingsOf, type OutputOrder, type Outputs } from './publish/document-outputs.js';
import { outputQueue } from './publish/output-queue.js';
import { entryPaths, languageOf, stylesheetSettings } from './publish/stylesheet-settings.js';
import { scanHtml } from './site/checks/html-scan.js';
import { identify, type FileToIdentify, type Identification } from './site/identification/identify.js';
import { SafeHtml } from './site/safe-html.js';
import type { Companion, EditionDescription, Site, SiteDocument } from './site/site-input.js';
import type { BuildCache } from './storage/build-cache.js';
import type { OwnPageFiles } from './site/own-pages/own-page-files.js';
import type { OverrideFiles } from './site/theme/override-files.js';
import { toolVersion } from './version.js';

type MadeDocument = ReadableFile & Outputs;

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

/** How a site is made. */
export interface SiteRun {
  /** What was made in earlier builds. */
  readonly cache: BuildCache;
  /** Told after each document whose outputs are there, when it is known how many there will be. */
  readonly onTransformed?: (done: number, total: number) => void;
}

/** transform → site: begins the site of an edition. The stylesheets run in threads of their own. */
export function beginSite(edition: OpenEdition, { cache, onTransformed }: SiteRun): SiteMaking {
  let total = 0;
  const queue = outputQueue(cache, (done) => {
    if (total > 0) onTransformed?.(done, total);
  });
  const places = entryPaths(edition.register, languageOf(edition.folder.edition));
  const settings = stylesheetSettings(edition.folder.edition, places);
  return {
    prepare: (path, xml) => {
      queue.begin({ path, xml }, settings);
    },
    finish: async (inputs) => {
      // The templates and all that makes pages are read while the stylesheets run.
      const pages = import('./site/site.js');
      const files = inputs.files.map(readable);
      total = inputs.files.length + inputs.apparatus.length;
      const identification = identify(
        edition.register,
        inputs.foreignRegisters.map(readable).flatMap(identifiable),
        files.flatMap(identifiable),
        cache,
      );
      const { register } = identification;
      const isGrown = entryCount(register) > entryCount(edition.register);
      const allPlaces = isGrown ? entryPaths(register, languageOf(edition.folder.edition)) : places;
      const allSettings = isGrown ? stylesheetSettings(edition.folder.edition, allPlaces) : settings;
      const pageOf = (id: string): string | undefined => allPlaces.get(id);
      const { links, pictures } = documentLinks(inputs.files, identification, pageOf, inputs.readPicture);
      const made = async (file: ReadableFile): Promise<MadeDocument> => {
        const needsLinks = (links.get(file.id)?.size ?? 0) > 0 || hasRelative(identification.addresses.get(file.id));
        const order = orderOf(file, needsLinks || isGrown ? links.get(file.id) : undefined);
        return { ...file, ...(await queue.outputs(order, allSettings)) };
      };
      const [documents, apparatus] = await Promise.all([
        Promise.all(files.map(made)),
        Promise.all(
          inputs.apparatus
            .map(readable)
            .map(async (file) => ({ ...file, ...(await queue.outputs(orderOf(file, undefined), allSettings)) })),
        ),
      ]);
      return siteOf(
        { edition, identification },
        { documents: withSettledLinks(documents), apparatus },
        { ...inputs, companions: [...inputs.companions, ...pictures], cache },
        await pages,
      );
    },
  };
}

/** A file with its text; undefined where its bytes cannot be decoded. */
interface ReadableFile extends TeiFile {
  readonly xml: string | undefined;
}

function readable(file: TeiFile): ReadableFile {
  return { ...file, xml: readableXml(file) };
}

function identifiable({ id, path, xml, isForeign }: ReadableFile): FileToIdentify[] {
  return xml === undefined ? [] : [{ id, path, xml, isOwn: isForeign !== true }];
}

function entryCount({ persons, places, organisations }: Register): number {
  return persons.length + places.length + organisations.length;
}

function hasRelative(addresses: ReadonlySet<string> | undefined): boolean {
  return [...(addresses ?? [])].some((address) => !/^(?:https?|mailto):/i.test(address));
}

function orderOf({ path, bytes, xml }: ReadableFile, links: ReadonlyMap<string, string> | undefined): OutputOrder {
  return { path, xml: xml ?? bytes, ...(links === undefined ? {} : { links }) };
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
  beside: Pick<SiteInputs, 'companions' | 'overrides' | 'ownPages'> & Pick<SiteRun, 'cache'>,
  { buildSite }: typeof import('./site/site.js'),
): Promise<Site> {
  const diagnostics: Diagnostic[] = [...made.documents, ...made.apparatus].flatMap((each) =>
    findingsOf(each, each.isForeign === true),
  );
  const usable = (documents: readonly MadeDocument[]): SiteDocument[] =>
    documents.flatMap(({ id, xml, bytes, html, text }) => {
      if (html.output === '') return [];
      const references = identification.references.get(id);
      return [
        {
          id,
          teiXml: xml ?? '',
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
    cache: beside.cache,
  });
  return { files: site.files, diagnostics: [...diagnostics, ...site.diagnostics] };
}

function describe({ folder }: OpenEdition): EditionDescription {
  const { title, editors, publisher, licence, baseUrl, description, date, site } = folder.edition;
  return {
    title,
    editors: editors.map((editor) => editor.name),
    language: languageOf(folder.edition),
    site,
    ...(publisher === undefined ? {} : { publisher }),
    ...(licence === undefined ? {} : { licence }),
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(description === undefined ? {} : { description }),
    ...(date === undefined ? {} : { date }),
  };
}

/** What is published beside the pages as it is: registers, those of other archives among them, and schemas. */
export function companionsOf(
  registers: readonly TeiFile[],
  foreignRegisters: readonly TeiFile[],
  schemas: readonly { readonly path: string; readonly bytes: Uint8Array }[],
): Companion[] {
  const foreign = foreignRegisters.map(({ id, bytes }) => ({ path: `tei/register/${id}.xml`, bytes }));
  return [...registers, ...foreign, ...schemas].map(({ path, bytes }) => ({ path, content: bytes }));
}
