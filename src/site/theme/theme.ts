import { diagnostic, type Report } from '../../diagnostics/diagnostic.js';
import { nearestSpelling } from '../../diagnostics/spelling.js';
import { SETTINGS_FILE } from '../../edition/settings-file.js';
import { assetFaults } from '../checks/asset-check.js';
import { colourStyles, COLOURS_FILE, type Colours } from './colours.js';
import { messagesWithOverrides } from './message-overrides.js';
import type { Messages } from './messages.js';
import { OVERRIDES_FOLDER, type OverrideFiles } from './override-files.js';
import { checkTemplate, type TemplateSource } from './template-check.js';
import {
  BUILT_IN_HELPERS,
  builtInTemplates,
  compileTemplates,
  HELPERS,
  loadAssets,
  type RenderPage,
  type TemplateSources,
} from './templates.js';

/** How a site looks and what its interface says. */
export interface Theme {
  readonly messages: Messages;
  /** Fills a page template. @throws TemplateFault for one that cannot be filled. */
  readonly render: RenderPage;
  /** The files of the templates that are the edition's own; a fault in another one is ours. */
  readonly ownTemplates: ReadonlySet<string>;
  /** Style sheets, scripts, fonts, pictures, by their paths in `assets/`. */
  readonly assets: ReadonlyMap<string, string | Uint8Array>;
  /** Style sheets in `assets/` that every page links after all others: the edition's colours and rules. */
  readonly styles: readonly string[];
  /** Scripts in `assets/` that every page runs after all others. */
  readonly scripts: readonly string[];
}

/** What an edition changes in the built-in theme. */
export interface ThemeChanges {
  /** The edition's own files, by their paths in its folder `templates`. */
  readonly files: OverrideFiles;
  readonly colours: Colours;
}

const NOTHING: ThemeChanges = { files: new Map(), colours: { light: {}, dark: {} } };

/** Files of this name in an edition's assets are on every page, without any template that names them. */
const OWN_STYLES = 'own.css';
const OWN_SCRIPT = 'own.js';

/**
 * The built-in theme with an edition's changes. What is wrong with a change is reported, and the built-in file used
 * in its place: the caller decides whether such a site is published.
 *
 * @param language the language of the interface (BCP 47).
 */
export function loadTheme(language: string, changes: ThemeChanges = NOTHING, report: Report = () => undefined): Theme {
  const texts = new Map(
    [...changes.files].flatMap(([path, bytes]) => {
      const text = /\.(?:hbs|yaml|yml|css|js|svg|txt)$/.test(path) ? decode(path, bytes, report) : undefined;
      return text === undefined ? [] : [[path, text] as const];
    }),
  );
  const messages = messagesWithOverrides(language, messageFiles(texts), report);
  const assets = assetsWith(changes, texts, report);
  const templates = templatesWith(texts, messages, report);
  reportUnused(changes.files, templates, texts, report);
  const has = (path: string): boolean => assets.has(path);
  return {
    messages,
    render: compileTemplates(messages, templates),
    ownTemplates: new Set([...texts.keys()].filter((path) => path.endsWith('.hbs')).map(fileOf)),
    assets,
    styles: [COLOURS_FILE, OWN_STYLES].filter(has),
    scripts: [OWN_SCRIPT].filter(has),
  };
}

function fileOf(path: string): string {
  return `${OVERRIDES_FOLDER}/${path}`;
}

function decode(path: string, bytes: Uint8Array, report: Report): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    report(
      diagnostic('site/asset-not-allowed', 'This file is not written in UTF-8.', {
        file: fileOf(path),
        help: 'Save it with the encoding UTF-8.',
      }),
    );
    return undefined;
  }
}

function messageFiles(texts: ReadonlyMap<string, string>): Map<string, { file: string; text: string }> {
  return new Map(
    [...texts].flatMap(([path, text]) => {
      const tag = /^messages\/([\w-]+)\.ya?ml$/.exec(path)?.[1];
      return tag === undefined ? [] : [[tag, { file: fileOf(path), text }] as const];
    }),
  );
}

/** The built-in templates with those of the edition that are sound. */
function templatesWith(texts: ReadonlyMap<string, string>, messages: Messages, report: Report): TemplateSources {
  const builtIn = builtInTemplates();
  const own = (folder: 'pages' | 'partials'): [string, TemplateSource][] =>
    [...texts].flatMap(([path, text]) => {
      const isOne = path.startsWith(`${folder}/`) && path.endsWith('.hbs');
      return isOne ? [[path.slice(folder.length + 1, -'.hbs'.length), { file: fileOf(path), text }]] : [];
    });
  const [pages, partials] = [own('pages'), own('partials')];
  const names = {
    helpers: new Set<string>([...HELPERS, ...BUILT_IN_HELPERS]),
    partials: new Set([...builtIn.partials.keys(), ...partials.map(([name]) => name)]),
    messages,
  };
  const sound = ([, source]: [string, TemplateSource]): boolean => checkTemplate(source, names, report);
  return {
    pages: new Map([...builtIn.pages, ...pages.filter(sound)]),
    partials: new Map([...builtIn.partials, ...partials.filter(sound)]),
  };
}

function assetsWith(
  { files, colours }: ThemeChanges,
  texts: ReadonlyMap<string, string>,
  report: Report,
): Map<string, string | Uint8Array> {
  const assets = new Map(loadAssets());
  for (const [file, bytes] of files) {
    if (!file.startsWith('assets/')) continue;
    const asset = { file: fileOf(file), path: file.slice('assets/'.length), content: texts.get(file) ?? bytes };
    const faults = assetFaults(asset);
    faults.forEach(report);
    if (faults.length === 0) assets.set(asset.path, asset.content);
  }
  const styles = assets.get('site.css');
  const rules = colourStyles(colours, typeof styles === 'string' ? styles : '', SETTINGS_FILE, report);
  if (rules !== '') assets.set(COLOURS_FILE, rules);
  return assets;
}

/** Files that change nothing, with the name that was probably meant. */
function reportUnused(
  files: OverrideFiles,
  templates: TemplateSources,
  texts: ReadonlyMap<string, string>,
  report: Report,
): void {
  const builtIn = builtInTemplates();
  const known = [
    ...[...builtIn.pages.keys()].map((name) => `pages/${name}.hbs`),
    ...[...builtIn.partials.keys()].map((name) => `partials/${name}.hbs`),
    ...[...loadAssets().keys()].map((name) => `assets/${name}`),
    `assets/${OWN_STYLES}`,
    `assets/${OWN_SCRIPT}`,
  ];
  const used = new Set(known);
  const words = [...templates.pages.values(), ...templates.partials.values()].map(({ text }) => text);
  const namedIn = [...words, ...[...texts].filter(([path]) => /\.(?:css|js)$/.test(path)).map(([, text]) => text)];
  for (const path of files.keys()) {
    if (used.has(path) || isNamed(path, namedIn)) continue;
    const nearest = nearestSpelling(path, known);
    report(
      diagnostic('site/unused-override', 'Nothing on the site uses this file.', {
        file: fileOf(path),
        ...(nearest === undefined ? {} : { help: `Did you mean “${nearest}”?` }),
      }),
    );
  }
}

/** True for a file that another one of the theme, or the edition's settings, can lead to. */
function isNamed(path: string, texts: readonly string[]): boolean {
  if (/^messages\/[\w-]+\.ya?ml$/.test(path)) return true;
  const partial = /^partials\/(.+)\.hbs$/.exec(path)?.[1];
  if (partial !== undefined) return texts.some((text) => namesPartial(text, partial));
  if (!path.startsWith('assets/')) return false;
  // Pictures and fonts may be named by the settings, or by a page in a way that is not seen here.
  if (!/\.(?:css|js)$/.test(path)) return true;
  const name = path.slice(path.lastIndexOf('/') + 1);
  return texts.some((text) => text.includes(name));
}

/** True where a template includes the partial, and not another one whose name only begins alike. */
function namesPartial(text: string, partial: string): boolean {
  return text.split(`> ${partial}`).some((rest, index) => index > 0 && !/^[\w/-]/.test(rest));
}
