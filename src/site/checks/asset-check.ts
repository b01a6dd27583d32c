import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.js';
import { isSafePath } from '../address.js';

/** The kinds of files that a site may have beside its pages, by their endings. */
const ENDINGS: ReadonlySet<string> = new Set(
  'css js woff2 woff ttf otf svg png jpg jpeg gif webp avif ico txt json pdf'.split(' '),
);

/** What an SVG picture must not have: it would run when the picture is opened by itself, where no policy holds. */
const ACTIVE_SVG = /<script\b|<foreignObject\b|<handler\b|\bon[a-z]+\s*=|(?:java|vb)script:/i;

/** An address with a scheme or a host in a style sheet: `url(https:…)`, `@import "//…"`. Pictures as data are the file's own. */
const ADDRESS = /(?:url\(\s*["']?|@import\s+["'])\s*([^"')\s]*)/gi;

/** A file that an edition adds to its site. */
export interface OwnAsset {
  /** The path of the file in the edition, which findings name. */
  readonly file: string;
  /** Its path in `assets/`. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * What speaks against publishing a file of an edition's own: its kind or name, a style sheet that asks other hosts,
 * a picture that runs code. Scripts are the editor's own words; the pages' security policy keeps them on the site.
 */
export function assetFaults({ file, path, content }: OwnAsset): Diagnostic[] {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  const refuse = (why: string, help: string, actual?: string): Diagnostic =>
    diagnostic('site/asset-not-allowed', why, { file, help, ...(actual === undefined ? {} : { actual }) });
  if (!ENDINGS.has(ending)) {
    return [refuse('A file of this kind is not published.', `Kinds of files: ${[...ENDINGS].join(', ')}.`)];
  }
  if (!isSafePath(path)) {
    return [
      refuse(
        'This name is not safe on every disk and server.',
        'Use letters, digits, “.”, “_” and “-”, and begin with a letter or a digit.',
      ),
    ];
  }
  if (typeof content !== 'string') return [];
  if (ending === 'svg' && ACTIVE_SVG.test(content)) {
    return [refuse('This picture runs code.', 'Save it as a plain SVG, without scripts and event handlers.')];
  }
  if (ending !== 'css') return [];
  return remoteAddresses(content).map((address) =>
    refuse(
      'This style sheet asks another host for a file, which no page of the site may do.',
      'Put the file into templates/assets and name it by its relative path.',
      address,
    ),
  );
}

/** The addresses in a style sheet that lead out of the site. Escapes and comments are taken out before it is read. */
export function remoteAddresses(styles: string): string[] {
  const plain = withoutComments(styles).replace(/\\([0-9a-f]{1,6})\s?/gi, (_, code: string) => character(code));
  return [...plain.matchAll(ADDRESS)]
    .map((match) => match[1] ?? '')
    .filter((address) => /^(?:[a-z][a-z0-9+.-]*:|\/\/|\\)/i.test(address) && !/^data:/i.test(address));
}

function withoutComments(styles: string): string {
  return styles
    .split('/*')
    .map((part, index) =>
      index === 0 ? part : part.slice(part.indexOf('*/') === -1 ? part.length : part.indexOf('*/') + 2),
    )
    .join(' ');
}

function character(code: string): string {
  const point = Number.parseInt(code, 16);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
}
