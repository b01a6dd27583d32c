import { join } from 'node:path';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import { SCHEMA_FILE, schemaPath, type OpenEdition, type TeiFile } from './pipeline.js';
import { SafeHtml } from './site/safe-html.js';
import { buildSite } from './site/site.js';
import type { Companion, Site, SiteDocument } from './site/site-input.js';
import type { FileSystem } from './storage/file-system.js';
import { prepareFormat, transformDocuments } from './transform/transform.js';
import { decodeXml } from './validate/gate/encoding.js';
import { toolVersion } from './version.js';

/** transform → site: makes the pages of an edition from its TEI files, in memory. */
export async function makeSite(
  edition: OpenEdition,
  files: readonly TeiFile[],
  companions: readonly Companion[],
): Promise<Site> {
  const { folder, register } = edition;
  const language = folder.edition.languages[0] ?? 'en';
  const documents = files.map(({ id, bytes, path }) => ({ id, xml: bytes, file: path }));
  const ids = [...register.persons, ...register.places, ...register.organisations].map((entry) => entry.id).join(' ');
  const [html, text] = await Promise.all([
    transformDocuments(documents, 'html', {
      parameters: {
        language,
        'persons-page': '../persons.html',
        'places-page': '../places.html',
        'organisations-page': '../organisations.html',
        'register-ids': ids,
      },
    }),
    transformDocuments(documents, 'text', { parameters: { language } }),
  ]);
  const diagnostics: Diagnostic[] = [...html, ...text].flatMap((result) => result.diagnostics);
  const usable: SiteDocument[] = documents.flatMap(({ id, xml }, i) => {
    const fragment = html[i]?.output ?? '';
    const decoded = decodeXml(xml);
    if (fragment === '' || 'fault' in decoded) return [];
    return [
      {
        id,
        teiXml: decoded.decoded.text,
        htmlFragment: SafeHtml.fromStylesheet(fragment),
        plainText: text[i]?.output ?? '',
      },
    ];
  });
  const { title, editors, publisher, licence, baseUrl, description } = folder.edition;
  const site = buildSite({
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

/** Begins to load what the pages need, while the texts are converted. */
export function prepareSite(): void {
  prepareFormat('html');
  prepareFormat('text');
}

/** What is published beside the pages as it is: the registers and the grammar. */
export function companionsOf(fileSystem: FileSystem, { folder }: OpenEdition): Companion[] {
  const registers = Object.values(folder.registerFiles).flatMap((file: string | undefined) =>
    file === undefined ? [] : [{ path: file, content: fileSystem.read(join(folder.root, file)) }],
  );
  return [...registers, { path: SCHEMA_FILE, content: fileSystem.read(schemaPath(fileSystem, folder.root)) }];
}
