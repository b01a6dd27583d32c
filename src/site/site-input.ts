import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Licence } from '../edition/edition.js';
import type { Register } from '../edition/register.js';
import type { KnownReferences } from './reading/references.js';
import type { BuildCache } from '../storage/build-cache.js';
import type { SafeHtml } from './safe-html.js';
import type { SiteSettings } from '../edition/site-settings.js';
import type { ThemeChanges } from './theme/theme.js';
import type { OwnPageFiles } from './own-pages/own-page-files.js';

/** What the site says of the edition as a whole. */
export interface EditionDescription {
  readonly title: string;
  readonly editors: readonly string[];
  readonly publisher?: string;
  readonly licence?: Licence;
  /** The address at which the site will stand; makes canonical links and citations. */
  readonly baseUrl?: string;
  /** The language of the edition's own prose (BCP 47); the interface follows where it has messages for it. */
  readonly language: string;
  readonly description?: string;
  /** How the site looks and what its first page says. */
  readonly site?: SiteSettings;
  /** When the edition was published (`2026`, `2026-11`, `2026-11-21`). */
  readonly date?: string;
}

/** One document, converted, validated and transformed. */
export interface SiteDocument {
  /** The document's id: the name of its files, and `TEI/@xml:id`. */
  readonly id: string;
  /** The TEI file; it has passed the gate. */
  readonly teiXml: string;
  /** The reading text: `<article class="tei-document">`. */
  readonly htmlFragment: SafeHtml;
  readonly plainText: string;
  /** The TEI file as it is published, byte for byte; without it `teiXml` is. */
  readonly teiFile?: Uint8Array;
  /** Whom pointers of names mean, as the file writes them; without it, an id is that of an entry. */
  readonly references?: KnownReferences;
}

/** A file of the edition that is published as it is: register files, schemas. Paths are relative to the site. */
export interface Companion {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Everything that the site is made from. */
export interface SiteInput {
  readonly edition: EditionDescription;
  readonly documents: readonly SiteDocument[];
  /** Collations of documents: TEI in parallel segmentation, with their fragments. */
  readonly apparatus?: readonly SiteDocument[];
  readonly register: Register;
  readonly companions?: readonly Companion[];
  /** What the edition changes in the built-in theme. */
  readonly theme?: ThemeChanges;
  /** The files of the pages that the edition has written itself. */
  readonly ownPages?: OwnPageFiles;
  readonly tool: { readonly name: string; readonly version: string };
  /** What was made in earlier builds. */
  readonly cache?: BuildCache;
}

/** A file of the site; `path` is relative to the site's root, with slashes. */
export interface SiteFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** The site in memory. A caller publishes it only when no diagnostic is an error. */
export interface Site {
  readonly files: readonly SiteFile[];
  readonly diagnostics: readonly Diagnostic[];
}
