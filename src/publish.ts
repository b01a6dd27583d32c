import { join } from 'node:path';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import { schemaFilesOf, type OpenEdition, type TeiFile } from './pipeline.js';
import { SafeHtml } from './site/safe-html.js';
import type { Companion, Site, SiteDocument } from './site/site-input.js';
import type { FileSystem } from './storage/file-system.js';
import { prepareTransforms, transformDocument, type TransformedDocument } from './transform/transform.js';
import { decodeXml } from './validate/gate/encoding.js';
import { toolVersion } from './version.js';

/** The outputs of one TEI file. */
interface Outputs {
  readonly html: TransformedDocument;
  readonly text: TransformedDocument;
}

/** The making of a site's pages, begun while the texts are still being converted. */
export interface SiteMaking {
  /** Begins the outputs of a TEI file that will be published, if it lies on the disk as it is given here. */
  prepare(path: string, xml: string): void;
  /** Makes the pages of the files that lie on the disk, in memory. */
  finish(files: readonly TeiFile[], companions: readonly Companion[]): Promise<Site>;
}

/** transform → site: begins the site of an edition. The stylesheets run in a thread of their own. */
export function beginSite(edition: OpenEdition): SiteMaking {
  const { folder, register } = edition;
  const language = folder.edition.languages[0] ?? 'en';
  const ids = [...register.persons, ...register.places, ...register.organisations].map((entry) => entry.id).join(' ');
  const parameters = {
    language,
    'persons-page': '../persons.html',
    'places-page': '../places.html',
    'organisations-page': '../organisations.html',
    'register-ids': ids,
  };
  const outputsOf = async (path: string, xml: string): Promise<Outputs> => {
    const document = { id: path, xml, file: path };
    const [html, text] = await Promise.all([
      transformDocument(document, 'html', { parameters }),
      transformDocument(document, 'text', { parameters: { language } }),
    ]);
    return { html, text };
  };
  const begun = new Map<string, { readonly xml: string; readonly outputs: Promise<Outputs> }>();
  const prepare = (path: string, xml: string): Promise<Outputs> => {
    const outputs = outputsOf(path, xml);
    // A fault is told where the outputs are asked for; nobody may ask for those of a file that was edited by hand.
    outputs.catch(() => undefined);
    begun.set(path, { xml, outputs });
    return outputs;
  };
  prepareTransforms();
  return {
    prepare: (path, xml) => void prepare(path, xml),
    finish: async (files, companions) => {
      // The templates and all that makes pages are read while the stylesheets run.
      const pages = import('./site/site.js');
      const made = await Promise.all(
        files.map(async ({ id, path, bytes }) => {
          const decoded = decodeXml(bytes);
          const xml = 'fault' in decoded ? undefined : decoded.decoded.text;
          const early = begun.get(path);
          if (xml !== undefined)
            return { id, xml, ...(await (early?.xml === xml ? early.outputs : prepare(path, xml))) };
          const html = await transformDocument({ id, xml: bytes, file: path }, 'html', { parameters });
          return { id, xml: '', html, text: html };
        }),
      );
      return siteOf(edition, made, companions, await pages);
    },
  };
}

/** The site of the documents whose outputs are made. */
async function siteOf(
  { folder, register }: OpenEdition,
  made: readonly (Outputs & { readonly id: string; readonly xml: string })[],
  companions: readonly Companion[],
  { buildSite }: typeof import('./site/site.js'),
): Promise<Site> {
  const language = folder.edition.languages[0] ?? 'en';
  const diagnostics: Diagnostic[] = made.flatMap(({ html, text }) => [
    ...new Set([...html.diagnostics, ...text.diagnostics]),
  ]);
  const usable: SiteDocument[] = made.flatMap(({ id, xml, html, text }) =>
    html.output === ''
      ? []
      : [{ id, teiXml: xml, htmlFragment: SafeHtml.fromStylesheet(html.output), plainText: text.output }],
  );
  const { title, editors, publisher, licence, baseUrl, description } = folder.edition;
  const site = await buildSite({
    edition: {
      title,
      editors: editors.map((editor) => editor.name),
      language,
      ...(publisher === undefined ? {} : { publisher }),
      ...(licence === undefined ? {} : { licence }),
      ...(baseUrl === undefined ? {} : { baseUrl }),
      ...(description === undefined ? {} : { description }),
    },
    documents: usable,
    register,
    companions,
    tool: { name: 'Editio', version: toolVersion },
  });
  return { files: site.files, diagnostics: [...diagnostics, ...site.diagnostics] };
}

/** What is published beside the pages as it is: the registers and the grammar. */
export function companionsOf(fileSystem: FileSystem, { folder }: OpenEdition): Companion[] {
  const registers = Object.values(folder.registerFiles).flatMap((file: string | undefined) =>
    file === undefined ? [] : [{ path: file, content: fileSystem.read(join(folder.root, file)) }],
  );
  const schemas = schemaFilesOf(fileSystem, folder.root).map(({ path, source }) => ({
    path,
    content: fileSystem.read(source),
  }));
  return [...registers, ...schemas];
}
