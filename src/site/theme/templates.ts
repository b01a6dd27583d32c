import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import Handlebars from 'handlebars';
import { isAllowedAddress } from '../address.js';
import type { Messages, MessageValues } from './messages.js';
import { SafeHtml } from '../safe-html.js';
import { templateFolder } from './template-folder.js';

/** Fills a page template; `view` has every property that the template names, empty ones included. */
export type RenderPage = (page: string, view: object) => string;

/**
 * Loads the page templates with their partials and helpers.
 *
 * Everything is escaped. Markup enters only by `{{html fragment}}` from a {@link SafeHtml}; an address only by
 * `{{href address}}`, which lets the allowed schemes through; a word of the interface by `{{t "key" name=value}}`;
 * data for a `script` element of type `application/ld+json` by `{{json data}}`.
 * A template that prints without escaping is refused.
 */
export function loadTemplates(messages: Messages): RenderPage {
  const handlebars = Handlebars.create();
  handlebars.registerHelper('t', (key: unknown, options: Handlebars.HelperOptions) =>
    messages.text(String(key), options.hash as MessageValues),
  );
  handlebars.registerHelper('number', (value: unknown) => messages.number(Number(value)));
  handlebars.registerHelper('href', (address: unknown) => allowedAddress(address));
  handlebars.registerHelper('json', (data: unknown) => new Handlebars.SafeString(scriptJson(data)));
  handlebars.registerHelper('html', (fragment: unknown) => safeString(fragment));

  const folder = templateFolder();
  for (const [name, source] of templatesIn(join(folder, 'partials'))) handlebars.registerPartial(name, source);
  const pages = new Map(
    [...templatesIn(join(folder, 'pages'))].map(([name, source]) => [
      name,
      // Strict: a name that the view does not have is a fault, not an empty text.
      handlebars.compile(source, { strict: true, preventIndent: true }),
    ]),
  );
  return (page, view) => {
    const render = pages.get(page);
    if (render === undefined) throw new Error(`There is no page template "${page}".`);
    return render(view);
  };
}

function* templatesIn(folder: string): Generator<readonly [string, string]> {
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.hbs'))
    .sort()) {
    const source = readFileSync(join(folder, file), 'utf8');
    refuseUnescaped(source, file);
    yield [basename(file, '.hbs'), source];
  }
}

/** @throws for a template with `{{{x}}}` or `{{&x}}`. */
export function refuseUnescaped(source: string, file: string): void {
  if (source.includes('{{{') || /\{\{~?&/.test(source))
    throw new Error(`The template ${file} prints without escaping.`);
}

function allowedAddress(address: unknown): string {
  if (typeof address === 'string' && isAllowedAddress(address)) return address;
  throw new Error(`A page template was given an address that may not be linked: ${String(address)}`);
}

/** JSON for the inside of a `script` element: nothing in it can end the element (HTML, 4.12.1.3). */
export function scriptJson(data: unknown): string {
  const escape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, escape);
}

function safeString(fragment: unknown): Handlebars.SafeString {
  if (fragment instanceof SafeHtml) return new Handlebars.SafeString(fragment.markup);
  throw new Error('A page template was given a plain text as HTML.');
}

/** What pages load: style sheets, scripts, fonts, by their paths in `assets/`. */
export function loadAssets(): ReadonlyMap<string, string | Uint8Array> {
  const folder = join(templateFolder(), 'assets');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/')).sort();
  return new Map(paths.map((path) => [path, readAsset(join(folder, path))]));
}

function readAsset(path: string): string | Uint8Array {
  return /\.(?:css|js|svg|txt)$/.test(path) ? readFileSync(path, 'utf8') : readFileSync(path);
}
