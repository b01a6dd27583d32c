import { z } from 'zod';
import type { Report } from '../diagnostics/diagnostic.js';
import { DOCUMENT_STATUSES, type DocumentStatus } from './document-status.js';
import { rightsSchema, type Rights } from './rights.js';
import { defaultSiteSettings, siteSettingsSchema, type SiteSettings } from './site-settings.js';
import { checkYaml } from './yaml-check.js';
import { readYaml } from './yaml-source.js';
import { identifier, isoDate, languageTag, oneOrMore, webAddress, words } from './yaml-values.js';

/** Somebody who answers for the edition or a part of it (`respStmt`). */
export interface Editor {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

/** The licence of what the edition added (`availability/licence`). */
export interface Licence {
  readonly name: string;
  readonly url?: string;
}

/** What a document has where neither its text nor its sidecar says otherwise. */
export interface DocumentDefaults {
  readonly language?: string;
  readonly originalLanguage?: string;
  readonly genre?: string;
  readonly encoding?: string;
}

/** An edition: `edition.yaml` with every default filled in. */
export interface Edition {
  readonly title: string;
  readonly description?: string;
  readonly editors: readonly Editor[];
  readonly publisher?: string;
  /** When the edition was published; never taken from the clock. */
  readonly date?: string;
  /** How far the work on its documents has come; a sidecar may say otherwise of one. */
  readonly status?: DocumentStatus;
  readonly licence?: Licence;
  readonly rights: Rights;
  /** Where the site will stand, without a final `/`. */
  readonly baseUrl?: string;
  /** Languages of the site and of its documents, the first the site's own. */
  readonly languages: readonly string[];
  readonly defaults: DocumentDefaults;
  /** How the site looks, and what its first page says. */
  readonly site: SiteSettings;
  /** The folder of the built edition, relative to the edition's own. */
  readonly output: string;
}

/** edition.yaml as it stands in its file. */
export const editionSchema = z.strictObject({
  title: words.optional().describe('The title of the edition.'),
  description: words.optional().describe('One or two sentences for the first page.'),
  editors: z
    .array(z.strictObject({ id: identifier.optional(), name: words, role: words.optional() }))
    .optional()
    .describe('Who answers for the edition; an id is what decisions name in by.'),
  publisher: words.optional().describe('Who publishes it.'),
  date: isoDate.optional().describe('When it was published.'),
  status: z
    .enum(DOCUMENT_STATUSES)
    .optional()
    .describe('How far the work on its documents has come; draft without it.'),
  licence: z
    .strictObject({ name: words, url: webAddress.optional() })
    .optional()
    .describe('The licence of what the edition adds.'),
  rights: rightsSchema.optional().describe('Who may do what with the originals, the translations, the encoding.'),
  baseUrl: webAddress.optional().describe('The address at which the site will stand.'),
  languages: oneOrMore(languageTag)
    .optional()
    .describe('The languages of the site and of its documents (BCP 47), the first its own.'),
  defaults: z
    .strictObject({
      language: languageTag.optional(),
      originalLanguage: languageTag.optional(),
      genre: words.optional(),
      encoding: words.optional(),
    })
    .optional()
    .describe('What a document has where neither its text nor its sidecar says otherwise.'),
  site: siteSettingsSchema.optional().describe('How the site looks, and what its first page says.'),
  output: words.optional().describe("The folder of the site, relative to the edition's."),
});

/** The edition of a folder without edition.yaml: its title is the folder's name. */
export function defaultEdition(folderName: string): Edition {
  return {
    title: folderName === '' ? 'Edition' : folderName,
    editors: [],
    rights: {},
    languages: ['en'],
    defaults: {},
    site: defaultSiteSettings,
    output: 'dist/edition',
  };
}

/**
 * Reads edition.yaml.
 *
 * @param file its path, for messages. @param text its text, line ends LF. @param folderName the default of the title.
 * @returns the edition, or undefined where errors were reported.
 */
export function readEdition(file: string, text: string, folderName: string, report: Report): Edition | undefined {
  const yaml = readYaml(file, text, report);
  if (yaml === undefined) return undefined;
  const data = checkYaml(yaml, editionSchema, report);
  if (data === undefined) return undefined;
  const { editors = [], baseUrl, ...rest } = data;
  const present = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return {
    ...defaultEdition(folderName),
    ...(present as Partial<Edition>),
    editors: editors.map(({ id, name, role = 'editor' }, index) => ({ id: id ?? `editor-${index + 1}`, name, role })),
    ...(baseUrl === undefined ? {} : { baseUrl: baseUrl.replace(/\/+$/, '') }),
  };
}
