import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import Handlebars from 'handlebars';
import { packageFolder } from '../../version.js';
import { isAllowedAddress } from '../address.js';
import type { Messages, MessageValues } from './messages.js';
import { SafeHtml } from '../safe-html.js';
import type { TemplateSource } from './template-check.js';
import { locating, TemplateFault } from './template-fault.js';
import { typefaceFiles } from './typeface.js';

/** Fills a page template; `view` has every property that the template names, empty ones included. */
export type RenderPage = (page: string, view: object) => string;

/** The templates of a site by their names: pages, and what pages share. */
export interface TemplateSources {
  readonly pages: ReadonlyMap<string, TemplateSource>;
  readonly partials: ReadonlyMap<string, TemplateSource>;
}

/** The helpers of every template. */
export const HELPERS = ['t', 'number', 'href', 'json', 'html'] as const;

/** What Handlebars brings itself, as far as templates have a use for it. */
export const BUILT_IN_HELPERS = ['if', 'unless', 'each', 'with', 'lookup'] as const;

/**
 * Compiles templates with their partials and helpers.
 *
 * Everything is escaped. Markup enters only by `{{html fragment}}` from a {@link SafeHtml}; an address only by
 * `{{href address}}`, which lets the allowed schemes through; a word of the interface by `{{t "key" name=value}}`;
 * data for a `script` element of type `application/ld+json` by `{{json data}}`.
 *
 * Filling a template throws a {@link TemplateFault} that says in which file and where it failed.
 */
export function compileTemplates(messages: Messages, sources: TemplateSources): RenderPage {
  const handlebars = Handlebars.create();
  handlebars.registerHelper('t', (key: unknown, options: Handlebars.HelperOptions) =>
    messages.text(String(key), options.hash as MessageValues),
  );
  handlebars.registerHelper('number', (value: unknown) => messages.number(Number(value)));
  handlebars.registerHelper('href', (address: unknown) => allowedAddress(address));
  handlebars.registerHelper('json', (data: unknown) => new Handlebars.SafeString(scriptJson(data)));
  handlebars.registerHelper('html', (fragment: unknown) => safeString(fragment));

  const inFile = locating();
  // Strict: a name that the view does not have is a fault, not an empty text.
  const compile = ({ file, text }: TemplateSource): HandlebarsTemplateDelegate =>
    inFile(file, handlebars.compile(text, { strict: true, preventIndent: true }));
  for (const [name, source] of sources.partials) handlebars.registerPartial(name, compile(source));
  const pages = new Map([...sources.pages].map(([name, source]) => [name, compile(source)]));
  return (page, view) => {
    const render = pages.get(page);
    if (render === undefined) throw new TemplateFault('', undefined, `There is no page template "${page}".`);
    return render(view);
  };
}

/**
 * The built-in templates.
 *
 * @throws for one that prints without escaping.
 */
export function builtInTemplates(): TemplateSources {
  const folder = join(packageFolder, 'templates');
  return { pages: templatesIn(join(folder, 'pages')), partials: templatesIn(join(folder, 'partials')) };
}

function templatesIn(folder: string): Map<string, TemplateSource> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.hbs'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
  return new Map(
    names.map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      refuseUnescaped(text, name);
      return [name.slice(0, -'.hbs'.length), { file: `templates/${basename(folder)}/${name}`, text }];
    }),
  );
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
  const folder = assetFolder();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/')).sort();
  return new Map([...typefaceFiles(), ...paths.map((path) => [path, readAsset(join(folder, path))] as const)]);
}

/** The style sheets and scripts as they were made small when the tool was built; as they are written, before that. */
function assetFolder(): string {
  const compiled = fileURLToPath(new URL('../../assets', import.meta.url));
  return existsSync(compiled) ? compiled : join(packageFolder, 'templates', 'assets');
}

function readAsset(path: string): string | Uint8Array {
  return /\.(?:css|js|svg|txt)$/.test(path) ? readFileSync(path, 'utf8') : readFileSync(path);
}
