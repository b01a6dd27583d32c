import { diagnostic, type Diagnostic, type Place, type Report } from '../../diagnostics/diagnostic.js';
import { titleOfFolder } from '../../edition/edition-folder.js';
import { decodeSource } from '../../source/decode.js';
import { placeOf, type SourceFile } from '../../source/source-file.js';
import { isSafePath } from '../address.js';
import { assetFaults } from '../checks/asset-check.js';
import type { SiteContext } from '../page.js';
import { SafeHtml } from '../safe-html.js';
import type { SiteFile } from '../site-input.js';
import { divideFrontMatter, type FrontMatter } from './front-matter.js';
import { renderMarkdown } from './markdown.js';
import { linkAddress, picturePath } from './own-address.js';
import { OWN_PAGES_FOLDER, type OwnPageFiles } from './own-page-files.js';

/** A page that an edition has written itself. */
export interface OwnPage {
  /** The file it is made from, relative to the edition. */
  readonly file: string;
  /** Its name in the settings, that of its file: `about`. */
  readonly name: string;
  /** Its path on the site: `about.html`. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly language: string;
  /** True where the navigation lists it. */
  readonly isListed: boolean;
  readonly order: number;
  readonly html: SafeHtml;
  /** Where the addresses of the page stand in its file. */
  readonly places: ReadonlyMap<string, Place>;
}

/** All that an edition has written itself. */
export interface OwnPages {
  /** In their order. */
  readonly pages: readonly OwnPage[];
  /** What the first page says, `index.md`. */
  readonly introduction: OwnPage | undefined;
  /** The pictures that the pages show. */
  readonly pictures: readonly SiteFile[];
}

/** The file that is no page by itself: it stands on the first one. */
const INTRODUCTION = 'index';

/** What pages of an edition's own are made with. */
type OwnContext = Pick<SiteContext, 'edition' | 'messages' | 'registers' | 'theme'>;

/** Makes the pages of an edition's own from its files. What is wrong with one is reported at its line. */
export function ownPages(files: OwnPageFiles, context: OwnContext, report: Report): OwnPages {
  const shown = new Set<string>();
  const texts = [...files].filter(([path]) => path.endsWith('.md'));
  const made = texts.flatMap(([path, bytes]) => {
    const source = sourceOf(path, bytes, report);
    return source === undefined ? [] : (pageOf(source, path, { files, context, shown, report }) ?? []);
  });
  return {
    pages: made
      .filter(({ name }) => name !== INTRODUCTION)
      .toSorted((a, b) => a.order - b.order || (a.name < b.name ? -1 : 1)),
    introduction: made.find(({ name }) => name === INTRODUCTION),
    pictures: [...files].filter(([path]) => shown.has(path)).flatMap((file) => pictureOf(file, report)),
  };
}

interface Making {
  readonly files: OwnPageFiles;
  readonly context: OwnContext;
  /** Receives the pictures that are shown. */
  readonly shown: Set<string>;
  readonly report: Report;
}

function sourceOf(path: string, bytes: Uint8Array, report: Report): SourceFile | undefined {
  const file = `${OWN_PAGES_FOLDER}/${path}`;
  const name = path.slice(0, -'.md'.length);
  if (path.includes('/') || !isSafePath(name)) {
    report(
      diagnostic('site/unsafe-path', 'This file cannot become a page.', {
        file,
        help: 'Put it into the folder pages itself, under a name of letters, digits, “.”, “_” and “-”.',
      }),
    );
    return undefined;
  }
  const { source, diagnostics } = decodeSource(file, bytes);
  diagnostics.forEach(report);
  return source;
}

function pageOf(source: SourceFile, path: string, { files, context, shown, report }: Making): OwnPage | undefined {
  const { edition, messages, theme } = context;
  const divided = divideFrontMatter(source.path, source.text, report);
  if (divided === undefined) return undefined;
  const { matter, markdown } = divided;
  const places = new Map<string, Place>();
  const refuse = (code: 'site/unsafe-link' | 'site/dead-link', address: string, why: string): void => {
    report(diagnostic(code, why, { ...placeOfAddress(source, address), actual: address }));
  };
  const text = renderMarkdown(markdown, messages, {
    link: (address) => {
      const target = linkAddress(address, context);
      if ('fault' in target) {
        refuse('site/unsafe-link', address, target.fault);
        return undefined;
      }
      places.set(target.href, placeOfAddress(source, address));
      return target.href;
    },
    picture: (address) => {
      const target = picturePath(address, (folder, name) =>
        folder === 'assets' ? theme.assets.has(name) : files.has(name) && !name.endsWith('.md'),
      );
      if ('fault' in target) {
        refuse('site/dead-link', address, target.fault);
        return undefined;
      }
      if (target.path.startsWith(`${OWN_PAGES_FOLDER}/`)) shown.add(target.path.slice(OWN_PAGES_FOLDER.length + 1));
      return target.path.split('/').map(encodeURIComponent).join('/');
    },
  });
  const name = path.slice(0, -'.md'.length);
  return {
    file: source.path,
    name,
    path: `${name}.html`,
    ...headOf(matter, text.title === '' ? titleOfFolder(name) : text.title, text.beginning, edition.language),
    html: SafeHtml.fromMarkdown(text.html),
    places,
  };
}

/** How much of the first paragraph a page says of itself where it says nothing else. */
const DESCRIPTION_LENGTH = 200;

function headOf(
  { title, description, language, navigation = false, order }: FrontMatter,
  heading: string,
  beginning: string,
  editionLanguage: string,
): Pick<OwnPage, 'title' | 'description' | 'language' | 'isListed' | 'order'> {
  const cut = beginning.lastIndexOf(' ', DESCRIPTION_LENGTH);
  const start = beginning.length <= DESCRIPTION_LENGTH || cut === -1 ? beginning : `${beginning.slice(0, cut)} …`;
  return {
    title: title ?? heading,
    description: description ?? start,
    language: language ?? editionLanguage,
    isListed: navigation,
    order: order ?? Infinity,
  };
}

/** Where an address stands in its file; the file alone where it is written in another way. */
function placeOfAddress(source: SourceFile, address: string): Place {
  const start = source.text.indexOf(address);
  return start === -1 || address === ''
    ? { file: source.path }
    : placeOf(source, { start, end: start + address.length });
}

function pictureOf([path, bytes]: readonly [string, Uint8Array], report: Report): SiteFile[] {
  const file = `${OWN_PAGES_FOLDER}/${path}`;
  const content = path.toLowerCase().endsWith('.svg') ? new TextDecoder().decode(bytes) : bytes;
  const faults: Diagnostic[] = assetFaults({ file, path, content });
  faults.forEach(report);
  return faults.length === 0 ? [{ path: file, content }] : [];
}
